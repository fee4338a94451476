#pragma once
// What a message does as the first one of a conversation: what `explain` and `eval` look at. Any
// thread.

#include <string>

#include "engine/api/engine.h"

namespace waymark {

[[nodiscard]] Turn first_turn(const Bundle& bundle, std::string text, UtcSeconds now);

// The score of the best match as a fraction; 0 when nothing matched.
[[nodiscard]] double best_score(const Trace& trace);

}  // namespace waymark
