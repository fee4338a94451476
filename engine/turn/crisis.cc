#include "engine/turn/crisis.h"

#include "engine/turn/fallback.h"

namespace waymark {

void show_crisis_plan(const Bundle& bundle, RiskCategory category, RiskTier tier,
                      DialogRunner& runner) {
  const CrisisPlan& plan = bundle.crisis.plan_for(category, tier);
  const auto nation = find_slot(runner.session().slots, stable_id("nation"));
  const auto* known = nation ? std::get_if<StableId>(&*nation) : nullptr;
  runner.say_plan(CrisisPlans::parts_for(plan, known == nullptr ? 0 : *known));
  offer_intents(bundle, plan.choices, runner);
}

bool repeat_crisis_plan(const Bundle& bundle, DialogRunner& runner) {
  const RiskMemory& risk = runner.session().risk;
  if (risk.times_shown == 0 || risk.turns_since > 0) return false;
  for (std::size_t i = 0; i < kRiskCategories; ++i) {
    const auto category = static_cast<RiskCategory>(i);
    if (stable_id(name_of(category)) != risk.category) continue;
    show_crisis_plan(bundle, category, static_cast<RiskTier>(risk.tier), runner);
    return true;
  }
  return false;
}

}  // namespace waymark
