#pragma once
// Whether one reply to a message at risk is the help that it must be. Works from the crisis plans
// as they are written, not from what chose among them. Stateless; any thread.

#include <string>

#include "engine/api/reply.h"
#include "engine/api/session.h"
#include "engine/turn/bundle.h"

namespace waymark {

// The plan that is due: the first one for the category and tier, or for the category and any tier.
// Null when there is none.
[[nodiscard]] const CrisisPlan* plan_due(const Bundle& bundle, RiskCategory category,
                                         RiskTier tier);

// What is wrong with the reply, as a sentence; empty when the parts of `plan` for the session's
// nation come first, all of them, the first one first, and a person can be reached by one.
[[nodiscard]] std::string crisis_fault(const Bundle& bundle, const CrisisPlan& plan,
                                       const Session& session, const Reply& reply);

// What the talk lost by the crisis turn, as a sentence; empty when the visitor can go on where they
// were: the same open question, the same left questions, the same slots.
[[nodiscard]] std::string carry_on_fault(const Session& before, const Session& after);

}  // namespace waymark
