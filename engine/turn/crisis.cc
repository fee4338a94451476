#include "engine/turn/crisis.h"

#include "engine/turn/fallback.h"
#include "engine/turn/risk_question.h"

namespace waymark {

void show_crisis_plan(const Bundle& bundle, RiskCategory category, RiskTier tier,
                      DialogRunner& runner) {
  const CrisisPlan& plan = bundle.crisis.plan_for(category, tier);
  const auto nation = find_slot(runner.session().slots, stable_id("nation"));
  const auto* known = nation ? std::get_if<StableId>(&*nation) : nullptr;
  runner.say_plan(CrisisPlans::parts_for(plan, known == nullptr ? 0 : *known));
  const bool may_ask = runner.session().risk.question != RiskQuestion::Asked;
  if (plan.asks && may_ask) ask_about_risk(bundle, runner);
  offer_intents(bundle, plan.choices, runner);
}

bool repeat_crisis_plan(const Bundle& bundle, DialogRunner& runner) {
  const RiskMemory& risk = runner.session().risk;
  if (risk.times_shown == 0 || risk.turns_since > 0) return false;
  const auto category = category_with(risk.category);
  if (!category) return false;
  show_crisis_plan(bundle, *category, static_cast<RiskTier>(risk.tier), runner);
  return true;
}

}  // namespace waymark
