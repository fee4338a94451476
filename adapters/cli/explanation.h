#pragma once
// Tells a person why a turn went as it did: what was read, which rule matched where, why not the
// others, and what followed. Any thread.

#include <string>
#include <string_view>

#include "engine/api/turn.h"

namespace waymark {

// `message` is the text of the turn, which the trace points into.
[[nodiscard]] std::string explanation_of(std::string_view message, const Turn& turn);

}  // namespace waymark
