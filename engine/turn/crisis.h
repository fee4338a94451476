#pragma once
// Shows the crisis plan: the same reviewed words every time, for the nation that is known.
// Stateless; any thread.

#include "engine/turn/dialog_runner.h"

namespace waymark {

void show_crisis_plan(const Bundle& bundle, RiskCategory category, RiskTier tier,
                      DialogRunner& runner);

// The plan that was shown in the last reply once more; false when the last reply was no plan.
bool repeat_crisis_plan(const Bundle& bundle, DialogRunner& runner);

}  // namespace waymark
