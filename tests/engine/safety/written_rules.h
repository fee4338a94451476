#pragma once
// Risk rules written down as phrases, for the tests of this folder: what the content compiler would
// make of a small lexicon and some rules.
//
//   WrittenRules rules;
//   rules.add({.id = "die", .patterns = {"want to die"}});
//   RiskAssessment seen = rules.screen("i want to die");

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/match/pattern.h"
#include "engine/safety/risk_screen.h"
#include "engine/text/analyser.h"
#include "engine/text/cue_atoms.h"

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
    add_pattern(RiskRole::Doubt, 0, "(can not say|do not think|not not)");
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

  [[nodiscard]] RiskAssessment screen(std::string_view text, const RiskMemory& memory = {}) {
    finish();
    const Utterance utterance = analyse(language_, text);
    return waymark::screen(rules_, utterance, cue_atoms(language_, utterance.tokens), memory);
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
    rules_.patterns.finish({});
    finished_ = true;
  }

  Language language_;
  RiskRules rules_;
  bool finished_ = false;
};

}  // namespace waymark::fakes
