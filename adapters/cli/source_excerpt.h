#pragma once
// The line of a source file that a finding is about, with a mark below the place. Any thread.

#include <string>
#include <string_view>

#include "engine/api/diagnostic.h"

namespace waymark {

// Characters of the line that are shown.
inline constexpr std::size_t kExcerptWidth = 100;

// Two lines, each with a line break: the line of `place`, cut to what is around its column, and a
// caret under that. Empty when the text has no such line.
[[nodiscard]] std::string source_excerpt(std::string_view text, const SourcePlace& place);

}  // namespace waymark
