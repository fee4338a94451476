#pragma once
// UTF-8 as it comes off a wire: is it right, and what is made of it when it is not. Any thread.

#include <cstddef>
#include <string>
#include <string_view>

namespace waymark {

// The bytes of the well-formed UTF-8 character at `position` (1 to 4), or 0 where there is none:
// no overlong form, surrogate, or value above U+10FFFF.
[[nodiscard]] std::size_t utf8_length_at(std::string_view bytes, std::size_t position);

[[nodiscard]] bool is_utf8(std::string_view bytes);

// The same text with U+FFFD for each byte that belongs to no well-formed character.
[[nodiscard]] std::string repaired_utf8(std::string_view bytes);

// Characters (code points) of a text that is UTF-8; other bytes count one each.
[[nodiscard]] std::size_t count_characters(std::string_view text);

}  // namespace waymark
