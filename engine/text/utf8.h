#pragma once
// UTF-8 in and out, one code point at a time, without a library: the first thing that sees what
// came over the wire. Stateless; any thread.

#include <cstddef>
#include <string>
#include <string_view>

namespace waymark {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

struct DecodedCodePoint {
  char32_t code = kReplacementCharacter;
  std::size_t length = 1;  // bytes used, at least 1
};

// Decodes the code point that begins at `bytes[at]` (`at` < size). Overlong forms, surrogates,
// values over U+10FFFF and broken sequences give U+FFFD and use the bytes of the maximal broken
// part.
[[nodiscard]] DecodedCodePoint decode_utf8(std::string_view bytes, std::size_t at);

void append_utf8(std::string& out, char32_t code);

// `bytes` with every broken sequence replaced by U+FFFD.
[[nodiscard]] std::string repair_utf8(std::string_view bytes);

}  // namespace waymark
