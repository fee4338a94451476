#include "engine/safety/risk_rules.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace waymark {
namespace {

constexpr std::array kCategories = {RiskCategory::Emergency, RiskCategory::Child,
                                    RiskCategory::Suicide,   RiskCategory::HarmOthers,
                                    RiskCategory::Abuse,     RiskCategory::SelfHarm,
                                    RiskCategory::Psychosis, RiskCategory::OtherPerson};

constexpr std::array kTiers = {RiskTier::None, RiskTier::Context, RiskTier::Indirect,
                               RiskTier::Explicit, RiskTier::Emergency};

TEST_CASE("risk category: every one has a name of its own and is found by it") {
  CHECK(kCategories.size() == kRiskCategories);
  std::set<std::string_view> names;
  for (const RiskCategory category : kCategories) {
    CAPTURE(name_of(category));
    CHECK(name_of(category).starts_with("safety."));
    CHECK(risk_category(name_of(category)) == category);
    names.insert(name_of(category));
  }
  CHECK(names.size() == kRiskCategories);
}

TEST_CASE("risk category: a name that is none gives nothing") {
  for (const std::string_view name : {"", "safety.", "suicide", "safety.Suicide", "help.gp"}) {
    CAPTURE(name);
    CHECK_FALSE(risk_category(name).has_value());
  }
}

TEST_CASE("risk tier: every one is found by its name, and they rise to emergency") {
  for (const RiskTier tier : kTiers) {
    CAPTURE(name_of(tier));
    CHECK(risk_tier(name_of(tier)) == tier);
  }
  CHECK(std::ranges::is_sorted(kTiers));
  CHECK_FALSE(risk_tier("high").has_value());
  CHECK_FALSE(risk_tier("").has_value());
}

TEST_CASE("risk category: an emergency wins over all, worry about somebody else yields to all") {
  for (const RiskCategory category : kCategories) {
    CHECK(RiskCategory::Emergency <= category);
    CHECK(category <= RiskCategory::OtherPerson);
  }
}

}  // namespace
}  // namespace waymark
