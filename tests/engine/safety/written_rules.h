#pragma once
// Risk rules written down as phrases, for the tests of this folder: what the content compiler would
// make of a small lexicon and some rules.
//
//   WrittenRules rules;
//   rules.add({.id = "die", .patterns = {"want to die"}});
//   rules.add_cue("goodbye", {{"safety.suicide", 300}});
//   RiskAssessment seen = rules.screen("i want to die");

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/match/pattern.h"
#include "engine/safety/risk_screen.h"
#include "engine/text/analyser.h"
#include "tests/fakes/written_cues.h"

namespace waymark::fakes {

struct WrittenRule {
  std::string id;
  RiskCategory category = RiskCategory::Suicide;
  RiskTier tier = RiskTier::Explicit;
  bool fixed_scope = false;
  std::vector<std::string> patterns;
  std::vector<std::string> unless;
};

class WrittenRules {
 public:
  WrittenRules() {
    language_.rewrites.add("i'm", {"i", "am"}, false);
    language_.rewrites.add("don't", {"do", "not"}, false);
    language_.rewrites.add("can't", {"can", "not"}, false);
    add_pattern(RiskRole::Negation, 0, "(not|never|no [thoughts|plans] [of|to])");
    add_pattern(RiskRole::Doubt, 0, "(can not (say|stop)|do not think|not not)");
    add_pattern(RiskRole::Past, 0, "(used to|years ago|when i was (younger|a child)|in the past)");
    add_pattern(RiskRole::OtherPerson, 0, "(he|she|they|my (mum|friend|brother|partner))");
    add_pattern(RiskRole::Quote, 0, "(he|she|they|my (mum|gp|friend)) (said|says|wrote)");
    add_pattern(RiskRole::Quote, 0, "(song|film|book) called");
  }

  void add(const WrittenRule& written) {
    const auto index = static_cast<std::uint32_t>(rules_.rules.size());
    rules_.rules.push_back({written.id, written.category, written.tier, written.fixed_scope});
    for (const auto& phrase : written.patterns) add_pattern(RiskRole::Rule, index, phrase);
    for (const auto& phrase : written.unless) add_pattern(RiskRole::Unless, index, phrase);
  }

  // What a cue says, in hundredths, for categories and for "none".
  void add_cue(const std::string& written,
               const std::vector<std::pair<std::string, std::int16_t>>& weights) {
    cues_.push_back({written, {}});
    for (const auto& [outcome, weight] : weights) {
      const std::size_t number = outcome == "none"
                                     ? kRiskCategories
                                     : static_cast<std::size_t>(risk_category(outcome).value());
      cues_.back().weights.push_back({static_cast<OutcomeIndex>(number), weight});
    }
  }

  // Makes the cues lean so in every message, whatever is in it.
  void lean_towards(RiskCategory category, std::int32_t lean) {
    constexpr std::int32_t kFarFromOthers = 1000;
    add_cue("said by nobody", {});
    biases_ = {{static_cast<OutcomeIndex>(category), kFarFromOthers + lean},
               {static_cast<OutcomeIndex>(kRiskCategories), kFarFromOthers}};
  }

  [[nodiscard]] RiskAssessment screen(std::string_view text, const RiskMemory& memory = {}) {
    finish();
    const Utterance utterance = analyse(language_, text);
    return waymark::screen(rules_, utterance, cue_atoms(language_, utterance.tokens), memory);
  }

  // The names of the marks that a message leaves for the cues, with blanks between.
  [[nodiscard]] std::string marks(std::string_view text) {
    const RiskAssessment seen = screen(text);
    const std::vector<std::string> names = risk_mark_names(rules_.rules);
    std::string all;
    for (const std::uint32_t mark : risk_marks(rules_, seen.hits)) {
      all += (all.empty() ? "" : " ") + names.at(mark);
    }
    return all;
  }

  // How the cues of a message lean; there must be some.
  [[nodiscard]] RiskLean lean(std::string_view text) { return screen(text).lean.value(); }

  // What the cues of a message say of a category, as "die -30, want 12".
  [[nodiscard]] std::string reasons(std::string_view text, RiskCategory category,
                                    std::size_t most = 9) {
    const RiskAssessment seen = screen(text);
    std::string all;
    for (const CueShare& share : risk_reasons(rules_, seen.cues, category, most)) {
      all += (all.empty() ? "" : ", ") + std::string(share.written) + ' ' +
             std::to_string(share.share);
    }
    return all;
  }

  // The scope of the first place where a rule matches, whatever became of it.
  [[nodiscard]] ScopeKind scope(std::string_view text) {
    finish();
    const Utterance utterance = analyse(language_, text);
    const auto hits = rules_.patterns.match(utterance.tokens, {});
    for (const PatternHit& hit : hits) {
      if (rules_.origins[hit.pattern].role != RiskRole::Rule) continue;
      return scope_of(hit.span, rules_, hits, utterance).kind;
    }
    FAIL("no rule matches the statement");
    return ScopeKind::Own;
  }

  [[nodiscard]] const std::string& rule_id(const RiskHit& hit) const {
    return rules_.rules[hit.rule].id;
  }

 private:
  void add_pattern(RiskRole role, std::uint32_t rule, const std::string& phrase) {
    const auto expression = parse_pattern(phrase, PhraseKind::Pattern, language_, [](auto name) {
      return std::unexpected(PatternError{"", "no set " + std::string(name), 0});
    });
    REQUIRE(expression.has_value());
    REQUIRE(rules_.patterns.add(*expression).has_value());
    rules_.origins.push_back({role, rule, phrase, {}});
  }

  void finish() {
    if (finished_) return;
    if (!cues_.empty()) {
      rules_.cues = cue_table(kRiskCategories + 1, cues_, language_, risk_mark_names(rules_.rules));
      for (const auto& [outcome, bias] : biases_) rules_.cues.set_bias(outcome, bias);
    }
    rules_.patterns.finish({});
    finished_ = true;
  }

  Language language_;
  RiskRules rules_;
  std::vector<WrittenCue> cues_;
  std::vector<std::pair<OutcomeIndex, std::int32_t>> biases_;
  bool finished_ = false;
};

}  // namespace waymark::fakes
