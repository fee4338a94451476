#include "engine/turn/understanding.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/api/limits.h"
#include "engine/text/analyser.h"
#include "engine/text/cue_atoms.h"

namespace waymark {
namespace {

// Another reading this far behind the best (hundredths, see text/cue_table.h) is still worth
// offering: some fifty times less likely.
constexpr std::int32_t kWorthOffering = 400;

// The same where "none of them" is the best.
constexpr std::int32_t kNearlyLikely = 220;

// Where the runner-up is further behind than this, nothing else needs to be offered.
constexpr std::int32_t kSure = 400;

std::optional<Meaning> meaning_by_match(const MatchResult& match) {
  if (match.matches.empty() || match.matches.front().score < kActOnScore) return std::nullopt;
  return Meaning{match.matches.front().intent, match.matches.front().span};
}

std::optional<Meaning> meaning_by_reading(const Understanding& seen) {
  const Reading& best = seen.readings.front();
  if (!best.intent) return std::nullopt;
  const auto match = std::ranges::find(seen.match.matches, *best.intent, &IntentMatch::intent);
  const TokenSpan whole{0, static_cast<std::uint32_t>(seen.utterance.tokens.size())};
  return Meaning{*best.intent, match == seen.match.matches.end() ? whole : match->span};
}

// A sentence whose likeliest meaning is this far ahead of the next says it clearly.
constexpr std::int32_t kClear = 150;

// The sentences of a message, where it has more than one.
std::vector<TokenSpan> sentences_of(const Utterance& utterance) {
  std::vector<TokenSpan> sentences;
  std::uint32_t first = 0;
  const auto count = static_cast<std::uint32_t>(utterance.tokens.size());
  for (std::uint32_t i = 0; i <= count; ++i) {
    const bool ends = i == count || utterance.tokens[i].kind == TokenKind::Boundary;
    if (!ends) continue;
    if (i > first) sentences.push_back({first, std::min(i + 1, count)});
    first = i + 1;
  }
  if (sentences.size() < 2) sentences.clear();
  return sentences;
}

MatchResult matches_within(const MatchResult& match, TokenSpan span) {
  MatchResult inside;
  std::ranges::copy_if(match.matches, std::back_inserter(inside.matches),
                       [&](const IntentMatch& found) { return span.covers(found.span); });
  return inside;
}

// What single sentences clearly mean, other than the whole message.
std::vector<Meaning> other_meanings(const LocaleContent& content, const Understanding& seen) {
  std::vector<Meaning> others;
  if (!seen.meaning) return others;
  for (const TokenSpan sentence : sentences_of(seen.utterance)) {
    const std::vector<CueAtom> atoms(seen.atoms.begin() + sentence.first,
                                     seen.atoms.begin() + sentence.last);
    const std::vector<Reading> readings =
        content.ranker.rank(content.ranker.seen_in(atoms, matches_within(seen.match, sentence)));
    const Reading& best = readings.front();
    if (!best.intent || best.total - readings[1].total < kClear) continue;
    const bool is_new = *best.intent != seen.meaning->intent &&
                        std::ranges::find(others, *best.intent, &Meaning::intent) == others.end();
    if (is_new) others.push_back({*best.intent, sentence});
  }
  return others;
}

// The readings that come next, where the best is not far ahead of them.
std::vector<Suggestion> other_readings(const std::vector<Reading>& readings) {
  std::vector<Suggestion> suggestions;
  const std::int32_t best = readings.front().total;
  // Where nothing is likely, only what nearly is helps: gibberish is near to everything.
  const std::int32_t reach = readings.front().intent ? kWorthOffering : kNearlyLikely;
  if (readings.front().intent && best - readings[1].total > kSure) return suggestions;
  for (const Reading& reading : readings) {
    if (!reading.intent || &reading == &readings.front()) continue;
    if (best - reading.total > reach || suggestions.size() == kMaxSuggestions) break;
    suggestions.push_back({*reading.intent, reading.total - best});
  }
  return suggestions;
}

// The risk of the message, or of it together with the words before it where that says more.
void assess_risk(const LocaleContent& content, const RiskMemory& memory, const LeftOut& left_out,
                 Understanding& seen) {
  const RiskRules& rules = content.risk;
  seen.risk = screen(rules, seen.utterance, seen.atoms, memory, left_out.of_risk);
  seen.risk_tail = rules.tail.after(memory.tail, seen.utterance);
  if (memory.tail.empty()) return;
  Utterance whole;
  whole.tokens = rules.tail.tokens(memory.tail, content.language.vocabulary);
  const auto begin = static_cast<std::uint32_t>(whole.tokens.size());
  whole.tokens.insert(whole.tokens.end(), seen.utterance.tokens.begin(),
                      seen.utterance.tokens.end());
  RiskAssessment across = screen_across(rules, whole, cue_atoms(content.language, whole.tokens),
                                        begin, left_out.of_risk);
  if (!across.is_at_risk() || across.tier <= seen.risk.tier) return;
  across.cues = risk_cues_in(rules, seen.atoms, across.hits);
  seen.risk = std::move(across);
}

}  // namespace

Understanding understand(const LocaleContent& content, std::string_view bytes,
                         const RiskMemory& memory, const LeftOut& left_out) {
  Understanding seen;
  seen.utterance = analyse(content.language, bytes);
  seen.atoms = cue_atoms(content.language, seen.utterance.tokens);
  assess_risk(content, memory, left_out, seen);
  FoundEntities found = content.entities.extract(seen.utterance, bytes);
  seen.entities = std::move(found.list);
  seen.slow_path = found.slow_path;
  seen.match =
      content.matcher.match(seen.utterance, entity_spans(seen.entities), left_out.of_intents);
  if (content.ranker.is_empty()) {
    seen.meaning = meaning_by_match(seen.match);
    if (!seen.meaning) {
      seen.suggestions = content.suggester.suggest(seen.utterance, kMaxSuggestions);
    }
    return seen;
  }
  seen.intent_cues = content.ranker.seen_in(seen.atoms, seen.match);
  seen.readings = content.ranker.rank(seen.intent_cues);
  seen.meaning = meaning_by_reading(seen);
  seen.suggestions = other_readings(seen.readings);
  seen.others = other_meanings(content, seen);
  return seen;
}

}  // namespace waymark
