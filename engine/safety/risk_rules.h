#pragma once
// How risk is recognised: the rules of a locale and the cues that tell whose, when and whether, as
// one set of patterns. Built once, then const; any thread.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/diagnostic.h"
#include "engine/api/ids.h"
#include "engine/safety/risk_tail.h"
#include "engine/text/cue_table.h"
#include "engine/text/pattern_set.h"

namespace waymark {

// In the order in which one wins over another of the same tier.
enum class RiskCategory : std::uint8_t {
  Emergency,
  Child,
  Suicide,
  HarmOthers,
  Abuse,
  SelfHarm,
  Psychosis,
  OtherPerson
};
inline constexpr std::size_t kRiskCategories = 8;

// "safety.emergency" and so on, the ids of the intent catalogue.
[[nodiscard]] std::string_view name_of(RiskCategory category);
[[nodiscard]] std::optional<RiskCategory> risk_category(std::string_view name);

// The category whose name has this stable id, as sessions keep it.
[[nodiscard]] std::optional<RiskCategory> category_with(StableId id);

// Context adds up over turns; the others lead to the crisis plan at once. They differ in what is
// said first, never in whether help is shown, and no person is ever told a tier.
enum class RiskTier : std::uint8_t { None, Context, Indirect, Explicit, Emergency };

[[nodiscard]] std::string_view name_of(RiskTier tier);
[[nodiscard]] std::optional<RiskTier> risk_tier(std::string_view name);

struct RiskRule {
  std::string id;
  RiskCategory category = RiskCategory::Suicide;
  RiskTier tier = RiskTier::Explicit;
  bool fixed_scope = false;  // never lowered by negation, person or tense
};

// What a pattern of the set is for.
enum class RiskRole : std::uint8_t { Rule, Unless, Negation, Doubt, Past, OtherPerson, Quote };

struct RiskPattern {
  RiskRole role = RiskRole::Rule;
  std::uint32_t rule = 0;  // of a Rule or Unless
  std::string written;
  SourcePlace place;
};

struct RiskRules {
  PatternSet patterns;
  std::vector<RiskPattern> origins;  // by PatternIndex
  std::vector<RiskRule> rules;
  RiskTail tail;  // the words that are kept from one message to the next
  CueTable cues;  // outcomes are the categories and, last, no risk; empty in a pack without cues
};

}  // namespace waymark
