#pragma once
// A walk does not take every way to fill in a form: nine questions of four answers have 262,144.
// What can differ afterwards is what their score is compared with, so that one talk for each range
// stands for all. Stateless; any thread.

#include <cstdint>
#include <vector>

#include "engine/api/session.h"
#include "engine/turn/bundle.h"

namespace waymark {

// The numbers at which something that a condition of the pack asks of the slot changes, sorted.
[[nodiscard]] std::vector<std::int32_t> thresholds_of(const Bundle& bundle, StableId slot);

// The session with other answers to the form whose summary is open: one for each range of its
// scores that answers can add up to. Empty where no summary is open or nothing is added up.
[[nodiscard]] std::vector<Session> score_variants(const Bundle& bundle, const Session& session);

}  // namespace waymark
