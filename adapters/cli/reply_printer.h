#pragma once
// Shows a reply as text: for a person at a terminal, or as plain lines for a program. Any thread.

#include <cstddef>
#include <string>

#include "engine/api/reply.h"

namespace waymark {

inline constexpr std::size_t kTerminalWidth = 80;

enum class TextLayout { Wrapped, PlainLines };

// Parts in order, choices numbered; ends with a line break. Wrapped, a blank line stands between
// parts; in plain lines there is none.
[[nodiscard]] std::string reply_text(const Reply& reply, TextLayout layout);

}  // namespace waymark
