// expectation_of: a text held against what somebody expected of it.

#include "engine/api/expectation.h"

#include <algorithm>
#include <utility>

#include "engine/compile/resolver.h"
#include "engine/text/near_match.h"
#include "engine/turn/tracing.h"
#include "engine/turn/understanding.h"

namespace waymark {
namespace {

constexpr std::size_t kWordsNamed = 6;  // of a class
constexpr std::string_view kNone = "none";

// The words of a class: "cost or price", "any of a, b, c, ...".
std::string class_text(const LocaleContent& content, const std::vector<WordId>& words) {
  std::string text = words.size() > 1 ? "any of " : "";
  for (std::size_t i = 0; i < std::min(words.size(), kWordsNamed); ++i) {
    text += (i == 0 ? "" : ", ") + content.language.vocabulary.word(words[i]);
  }
  return words.size() > kWordsNamed ? text + " ..." : text;
}

std::string missing_text(const LocaleContent& content, const AutomatonTable& table,
                         const MissingPart& part) {
  if (part.kind == TokenExpression::Kind::Edge) return "a sentence edge";
  if (part.kind == TokenExpression::Kind::Entity) {
    return '<' + std::string(name_of(static_cast<EntityType>(part.value))) + '>';
  }
  return class_text(content, table.classes().words(part.value));
}

// The nearest of the patterns that were looked at so far.
class NearestSearch {
 public:
  NearestSearch(const LocaleContent& content, const Understanding& seen, const PatternSet& patterns)
      : content_(content),
        seen_(seen),
        patterns_(patterns),
        entities_(entity_spans(seen.entities)) {}

  void look(PatternIndex pattern, const std::string& owner, const std::string& written,
            const SourcePlace& place) {
    NearMatch near =
        near_match(patterns_.table(), patterns_.root(pattern), seen_.utterance.tokens, entities_,
                   [this](const Token& token) { return content_.matcher.weight(token); });
    if (near.found == 0 || (nearest_ && near.cost >= cost_)) return;
    cost_ = near.cost;
    nearest_ = NearPattern{owner, written, place, {}, {}};
    for (const MissingPart& part : near.missing) {
      nearest_->missing.push_back(missing_text(content_, patterns_.table(), part));
    }
    for (const std::uint32_t token : near.in_the_way) {
      nearest_->in_the_way.push_back(seen_.utterance.tokens[token].text);
    }
  }

  [[nodiscard]] std::optional<NearPattern> take() { return std::move(nearest_); }

 private:
  const LocaleContent& content_;
  const Understanding& seen_;
  const PatternSet& patterns_;
  std::vector<EntitySpan> entities_;
  std::optional<NearPattern> nearest_;
  std::int32_t cost_ = 0;
};

void compare_readings(const Bundle& bundle, const LocaleContent& content, const Understanding& seen,
                      std::optional<IntentIndex> intent, Expectation& out) {
  if (seen.readings.empty()) return;
  const auto own = std::ranges::find(seen.readings, intent, &Reading::intent);
  // What was taken; where that is what was expected, the runner-up.
  const Reading& other = own == seen.readings.begin() ? seen.readings[1] : seen.readings.front();
  out.has_cues = true;
  out.total = own->total;
  out.compared_total = other.total;
  out.compared = other.intent ? bundle.intents[*other.intent].id.value : kNone;
  const auto reasons = [&](const Reading& reading) {
    return cue_traces(seen, content.ranker.reasons(seen.intent_cues, reading, kCuesShown));
  };
  out.cues = reasons(*own);
  out.compared_cues = reasons(other);
}

std::string intent_reason(const Expectation& out) {
  if (out.is_met) return "The text is taken for it.";
  if (out.taken.starts_with("safety.")) return out.taken + " goes before every meaning.";
  if (out.id == kNone) return "The text is taken for " + out.taken + ".";
  if (out.matches.empty()) return "None of its patterns matches.";
  const auto counts = [](const MatchTrace& match) { return match.cancelled_by.empty(); };
  if (std::ranges::none_of(out.matches, counts)) {
    return "Its pattern matches, and is cancelled by \"" + out.matches.front().cancelled_by + "\".";
  }
  if (out.has_cues) return "Its pattern matches, but the cues speak for " + out.compared + ".";
  return "Its pattern matches, but " +
         (out.taken == kNone ? "its score is too low." : out.taken + " goes before it.");
}

void expect_intent(const Bundle& bundle, const LocaleContent& content, const Understanding& seen,
                   std::optional<IntentIndex> intent, Trace& trace, Expectation& out) {
  out.is_met = out.taken == out.id;
  compare_readings(bundle, content, seen, intent, out);
  for (MatchTrace& match : trace.matches) {
    if (match.owner == out.id) out.matches.push_back(std::move(match));
  }
  if (intent && out.matches.empty()) {
    NearestSearch search(content, seen, content.matcher.patterns());
    for (PatternIndex i = 0; i < content.matcher.patterns().size(); ++i) {
      const PatternOrigin& origin = content.matcher.origin(i);
      if (origin.owner != *intent || origin.is_unless) continue;
      search.look(i, out.id, origin.written, origin.place);
    }
    out.nearest = search.take();
  }
  out.reason = intent_reason(out);
}

void compare_risks(const LocaleContent& content, const Understanding& seen, RiskCategory category,
                   Expectation& out) {
  if (content.risk.cues.is_empty()) return;
  const SeenCues& cues = seen.risk.cues;
  const std::vector<std::int32_t> totals = content.risk.cues.totals(cues);
  const bool is_other = out.taken.starts_with("safety.") && !out.is_met;
  const auto other = is_other ? static_cast<std::size_t>(seen.risk.category) : kRiskCategories;
  const auto reasons = [&](std::size_t outcome) {
    return cue_traces(
        seen, content.risk.cues.shares(cues, static_cast<OutcomeIndex>(outcome), kCuesShown));
  };
  out.has_cues = true;
  out.total = totals[static_cast<std::size_t>(category)];
  out.compared_total = totals[other];
  out.compared = is_other ? out.taken : kNone;
  out.cues = reasons(static_cast<std::size_t>(category));
  out.compared_cues = reasons(other);
}

std::string risk_reason(const Expectation& out) {
  if (out.is_met) return "The text is taken for it.";
  if (out.matches.empty()) {
    return "None of its rules matches" +
           std::string(out.has_cues ? ", and the cues do not speak for it enough." : ".");
  }
  for (const MatchTrace& match : out.matches) {
    if (!match.cancelled_by.empty()) {
      return "Its rule matches, and is held back by \"" + match.cancelled_by + "\".";
    }
  }
  if (out.taken.starts_with("safety."))
    return "Its rule matches, but " + out.taken + " goes first.";
  return "Its rule matches, but that alone is only context.";
}

void expect_risk(const LocaleContent& content, const Understanding& seen, RiskCategory category,
                 Trace& trace, Expectation& out) {
  out.is_met = out.taken == out.id;
  compare_risks(content, seen, category, out);
  for (std::size_t i = 0; i < seen.risk.hits.size(); ++i) {
    const RiskHit& hit = seen.risk.hits[i];
    if (content.risk.rules[hit.rule].category == category || hit.category == category) {
      out.matches.push_back(std::move(trace.risks[i]));
    }
  }
  if (out.matches.empty()) {
    NearestSearch search(content, seen, content.risk.patterns);
    for (PatternIndex i = 0; i < content.risk.origins.size(); ++i) {
      const RiskPattern& origin = content.risk.origins[i];
      if (origin.role != RiskRole::Rule) continue;
      const RiskRule& rule = content.risk.rules[origin.rule];
      if (rule.category == category) search.look(i, rule.id, origin.written, origin.place);
    }
    out.nearest = search.take();
  }
  out.reason = risk_reason(out);
}

std::string unknown_id(const Bundle& bundle, std::string_view id) {
  std::vector<std::string> names = {std::string(kNone)};
  for (const Intent& intent : bundle.intents) names.push_back(intent.id.value);
  for (std::size_t i = 0; i < kRiskCategories; ++i) {
    names.emplace_back(name_of(static_cast<RiskCategory>(i)));
  }
  const std::string nearest = nearest_name(id, names);
  return "There is no intent or kind of risk \"" + std::string(id) + "\"." +
         (nearest.empty() ? " \"waymark check --format json\" lists the intents."
                          : " Do you mean \"" + nearest + "\"?");
}

}  // namespace

std::expected<Expectation, std::string> expectation_of(const Bundle& bundle, std::string_view text,
                                                       std::string_view id) {
  const auto category = risk_category(id);
  const auto intent = std::ranges::find(
      bundle.intents, id, [](const Intent& each) { return std::string_view(each.id.value); });
  const bool is_intent = intent != bundle.intents.end();
  if (!category && !is_intent && id != kNone) return std::unexpected(unknown_id(bundle, id));
  const LocaleContent& content = *bundle.locales.front();
  const Understanding seen = understand(content, text, {});
  Decision decision;
  if (seen.risk.is_at_risk()) decision.risk = RiskSignal{seen.risk.category, seen.risk.tier};
  Trace trace = trace_of(bundle, content, seen, decision);
  Expectation out;
  out.id = id;
  out.taken = trace.safety.empty() ? trace.intent : trace.safety;
  if (category) {
    expect_risk(content, seen, *category, trace, out);
  } else {
    std::optional<IntentIndex> index;
    if (is_intent) index = static_cast<IntentIndex>(intent - bundle.intents.begin());
    expect_intent(bundle, content, seen, index, trace, out);
  }
  return out;
}

}  // namespace waymark
