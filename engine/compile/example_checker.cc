#include <algorithm>
#include <string>

#include "engine/compile/builders.h"
#include "engine/turn/understanding.h"

namespace waymark {
namespace {

std::string place_text(const SourcePlace& place) {
  return place.file + ':' + std::to_string(place.line);
}

class ExampleChecker {
 public:
  ExampleChecker(const Bundle& bundle, Findings& findings) : bundle_(bundle), findings_(findings) {}

  void check_intent(const LocaleContent& content, const IntentDeclaration& declared) {
    const auto own = bundle_.find_intent(stable_id(declared.id.text));
    if (!own) return;
    for (const PlacedText& example : declared.examples) {
      const Understanding seen = understand(content, example.text, {});
      if (seen.risk.is_at_risk()) {
        report_risk(content, seen, declared.id.text, example);
        continue;
      }
      if (seen.meaning && seen.meaning->intent == *own) continue;
      if (!seen.meaning) {
        findings_.add(
            "WM402", example.place,
            "No pattern of \"" + declared.id.text + "\" fits its example \"" + example.text + "\".",
            "Widen a pattern, or move the example.");
      } else {
        report_stolen(content, seen, declared.id.text, example);
      }
    }
  }

  void check_risk(const LocaleContent& content, const RiskDeclaration& declared) {
    for (const PlacedText& line : declared.fires) {
      const Understanding seen = understand(content, line.text, {});
      const bool is_weak = declared.tier.text == name_of(RiskTier::Context);
      const bool fires =
          is_weak ? matches_rule(content, seen, declared.id.text) : seen.risk.is_at_risk();
      if (!fires) {
        findings_.add("WM403", line.place,
                      "The rule \"" + declared.id.text + "\" is silent on \"" + line.text +
                          "\", on which it must fire.",
                      "Widen a pattern or narrow what cancels it.");
      }
    }
    for (const PlacedText& line : declared.silent) {
      const Understanding seen = understand(content, line.text, {});
      if (seen.risk.is_at_risk()) report_risk(content, seen, "silent", line);
    }
  }

 private:
  static bool matches_rule(const LocaleContent& content, const Understanding& seen,
                           const std::string& rule) {
    return std::ranges::any_of(seen.risk.hits, [&](const RiskHit& hit) {
      return content.risk.rules[hit.rule].id == rule && !hit.cancelled_by;
    });
  }

  // The rule that took a message: the pattern of its intent, or the strongest cue.
  static std::string taker(const LocaleContent& content, const Understanding& seen) {
    const IntentIndex thief = seen.meaning->intent;
    const auto match = std::ranges::find(seen.match.matches, thief, &IntentMatch::intent);
    if (match != seen.match.matches.end()) {
      const PatternOrigin& origin = content.matcher.origin(match->pattern);
      return '"' + origin.written + "\" (" + place_text(origin.place) + ')';
    }
    const auto reasons = content.ranker.reasons(seen.intent_cues, seen.readings.front(), 1);
    if (reasons.empty()) return "its cues";
    return "the cue \"" + std::string(reasons.front().written) + "\" (" +
           place_text(reasons.front().place) + ')';
  }

  void report_stolen(const LocaleContent& content, const Understanding& seen,
                     const std::string& own, const PlacedText& example) {
    findings_.add("WM401", example.place,
                  "The example \"" + example.text + "\" of \"" + own + "\" goes to \"" +
                      bundle_.intents[seen.meaning->intent].id.value + "\" by " +
                      taker(content, seen) + ".",
                  "Make a pattern of the one more specific, or add an unless to the other.");
  }

  void report_risk(const LocaleContent& content, const Understanding& seen, const std::string& own,
                   const PlacedText& example) {
    const auto hit = std::ranges::max_element(seen.risk.hits, {}, &RiskHit::tier);
    if (hit == seen.risk.hits.end() || hit->tier == RiskTier::None) {
      report_risk_cues(content, seen, own, example);
      return;
    }
    const RiskPattern& origin = content.risk.origins[hit->pattern];
    findings_.add("WM404", example.place,
                  "\"" + example.text + "\" (" + own + ") sets off the risk rule \"" +
                      content.risk.rules[hit->rule].id + "\" by \"" + origin.written + "\" (" +
                      place_text(origin.place) + ").",
                  "Add an unless that covers it, or drop the example if it is at risk.");
  }

  void report_risk_cues(const LocaleContent& content, const Understanding& seen,
                        const std::string& own, const PlacedText& example) {
    const auto reasons = risk_reasons(content.risk, seen.risk.cues, seen.risk.category, 1);
    const std::string by = reasons.empty() ? "its cues"
                                           : "the cue \"" + std::string(reasons.front().written) +
                                                 "\" (" + place_text(reasons.front().place) + ')';
    findings_.add("WM404", example.place,
                  "\"" + example.text + "\" (" + own + ") is taken for " +
                      std::string(name_of(seen.risk.category)) + ", most of all by " + by + ".",
                  "Fit the cues with this line among theirs, or drop it if it is at risk.");
  }

  const Bundle& bundle_;
  Findings& findings_;
};

}  // namespace

void check_examples(const Declarations& declared, const Bundle& bundle, Findings& findings) {
  ExampleChecker checker(bundle, findings);
  for (const auto& content : bundle.locales) {
    for (const IntentDeclaration& intent : declared.intents) {
      if (intent.locale == content->locale) checker.check_intent(*content, intent);
    }
    for (const RiskDeclaration& rule : declared.risks) {
      if (rule.locale == content->locale) checker.check_risk(*content, rule);
    }
  }
}

}  // namespace waymark
