#include "engine/safety/crisis_plan.h"

#include <doctest/doctest.h>

#include "engine/api/check.h"

namespace waymark {
namespace {

constexpr StableId kScotland = stable_id("scotland");
constexpr StableId kWales = stable_id("wales");

PartSpec text(std::uint32_t prompt) { return TextSpec{PromptIndex{prompt}}; }

std::vector<std::uint32_t> prompts_of(const std::vector<PartSpec>& parts) {
  std::vector<std::uint32_t> prompts;
  for (const PartSpec& part : parts) {
    prompts.push_back(static_cast<std::uint32_t>(std::get<TextSpec>(part).prompt));
  }
  return prompts;
}

// Two categories; suicide has a plan for an emergency before the one for all tiers.
CrisisPlans plans() {
  return CrisisPlans({{RiskCategory::Suicide, RiskTier::Emergency, {{text(1)}}, {}},
                      {RiskCategory::Suicide, {}, {{text(2)}}, {7}},
                      {RiskCategory::Abuse, {}, {{text(3)}}, {}},
                      {RiskCategory::Abuse, RiskTier::Explicit, {{text(4)}}, {}}},
                     {text(9)}, {});
}

TEST_CASE("crisis plan: the first that fits category and tier is taken") {
  struct Row {
    RiskCategory category;
    RiskTier tier;
    std::uint32_t prompt;
  };
  const Row rows[] = {
      {RiskCategory::Suicide, RiskTier::Emergency, 1},
      {RiskCategory::Suicide, RiskTier::Explicit, 2},
      {RiskCategory::Suicide, RiskTier::Indirect, 2},
      {RiskCategory::Suicide, RiskTier::Context, 2},
      {RiskCategory::Abuse, RiskTier::Emergency, 3},
      {RiskCategory::Abuse, RiskTier::Explicit, 3},
  };
  const CrisisPlans all = plans();
  for (const Row& row : rows) {
    CAPTURE(name_of(row.category));
    CAPTURE(name_of(row.tier));
    const CrisisPlan& plan = all.plan_for(row.category, row.tier);
    CHECK(prompts_of(CrisisPlans::parts_for(plan, 0)) == std::vector{row.prompt});
  }
}

TEST_CASE("crisis plan: a category without any plan is a bug, and is said so") {
  CHECK_THROWS_AS(static_cast<void>(plans().plan_for(RiskCategory::Child, RiskTier::Explicit)),
                  BrokenCheck);
}

TEST_CASE("crisis plan: a nation sees its own parts and those for everyone, in their order") {
  CrisisPlan plan;
  plan.parts = {{text(1)},
                {text(2), PlanPart::For::OneNation, kScotland},
                {text(3), PlanPart::For::OneNation, kWales},
                {text(4), PlanPart::For::NationUnknown},
                {text(5)}};
  struct Row {
    StableId nation;
    std::vector<std::uint32_t> prompts;
  };
  const Row rows[] = {
      {kScotland, {1, 2, 5}}, {kWales, {1, 3, 5}}, {stable_id("england"), {1, 5}}, {0, {1, 4, 5}}};
  for (const Row& row : rows) {
    CAPTURE(row.nation);
    CHECK(prompts_of(CrisisPlans::parts_for(plan, row.nation)) == row.prompts);
  }
}

TEST_CASE("crisis plan: the words of last resort are kept apart from the plans") {
  CHECK(prompts_of(plans().last_resort()) == std::vector<std::uint32_t>{9});
  CHECK(plans().plans().size() == 4);
}

}  // namespace
}  // namespace waymark
