#pragma once
// The state that a talk is in, as bytes: two sessions with the same key go on alike. What is left
// out cannot change where a talk goes: the number of the turn, wordings, what was said last, and
// slots that nothing reads any more. Of the stack the key holds the frame on top and the depth, of
// counters whether they are zero. Stateless; any thread.

#include <string>

#include "engine/verify/slot_liveness.h"

namespace waymark {

[[nodiscard]] std::string state_key(const SlotLiveness& liveness, const Session& session);

}  // namespace waymark
