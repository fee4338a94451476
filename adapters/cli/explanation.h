#pragma once
// Tells a person why a turn went as it did: what was read, which rule matched where, why not the
// others, and what followed. Any thread.

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/api/turn.h"

namespace waymark {

// `message` is the text of the turn, which the trace points into.
[[nodiscard]] std::string explanation_of(std::string_view message, const Turn& turn);

// "file:line:column".
[[nodiscard]] std::string place_text(const SourcePlace& place);

// 250 hundredths are +2.50.
[[nodiscard]] std::string share_text(std::int32_t share);

}  // namespace waymark
