#include "engine/turn/understanding.h"

#include <algorithm>

#include "engine/api/limits.h"
#include "engine/text/analyser.h"
#include "engine/text/cue_atoms.h"

namespace waymark {
namespace {

// Another reading this far behind the best (hundredths, see text/cue_table.h) is still worth
// offering: some thirty times less likely.
constexpr std::int32_t kWorthOffering = 350;

// Where the runner-up is further behind than this, nothing else needs to be offered.
constexpr std::int32_t kSure = 200;

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

// The readings that come next, where the best is not far ahead of them.
std::vector<Suggestion> other_readings(const std::vector<Reading>& readings) {
  std::vector<Suggestion> suggestions;
  const std::int32_t best = readings.front().total;
  if (readings.front().intent && best - readings[1].total > kSure) return suggestions;
  for (const Reading& reading : readings) {
    if (!reading.intent || &reading == &readings.front()) continue;
    if (best - reading.total > kWorthOffering || suggestions.size() == kMaxSuggestions) break;
    suggestions.push_back({*reading.intent, reading.total - best});
  }
  return suggestions;
}

}  // namespace

Understanding understand(const LocaleContent& content, std::string_view bytes,
                         const RiskMemory& memory) {
  Understanding seen;
  seen.utterance = analyse(content.language, bytes);
  seen.atoms = cue_atoms(content.language, seen.utterance.tokens);
  seen.risk = screen(content.risk, seen.utterance, seen.atoms, memory);
  seen.entities = content.entities.extract(seen.utterance, bytes);
  seen.match = content.matcher.match(seen.utterance, entity_spans(seen.entities));
  if (content.ranker.is_empty()) {
    seen.meaning = meaning_by_match(seen.match);
    if (!seen.meaning) {
      seen.suggestions = content.suggester.suggest(seen.utterance, kMaxSuggestions);
    }
    return seen;
  }
  seen.readings = content.ranker.rank(seen.atoms, seen.match);
  seen.meaning = meaning_by_reading(seen);
  seen.suggestions = other_readings(seen.readings);
  return seen;
}

}  // namespace waymark
