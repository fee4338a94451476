#pragma once
// Lays text out for a terminal. Any thread.

#include <cstddef>
#include <string>
#include <string_view>

namespace waymark {

// Breaks `text` at blanks into lines of at most `width` characters; a longer word stays whole, and
// line breaks of the text stay. Every line begins with `indent` blanks and ends with a line break.
[[nodiscard]] std::string wrap_text(std::string_view text, std::size_t width,
                                    std::size_t indent = 0);

// `text` with blanks up to `width` characters, for columns.
[[nodiscard]] std::string padded_to(std::string_view text, std::size_t width);

}  // namespace waymark
