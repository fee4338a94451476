#pragma once
// Base64 with the alphabet for addresses (RFC 4648, section 5), without padding. Not of constant
// time: what passes here is ciphertext, which is no secret. Any thread.

#include <optional>
#include <string>
#include <string_view>

namespace waymark {

[[nodiscard]] std::string encode_base64url(std::string_view bytes);

// Gives nothing for a letter outside the alphabet, an impossible length, or spare bits that are not
// zero: of all texts only the one that encode_base64url writes is read.
[[nodiscard]] std::optional<std::string> decode_base64url(std::string_view text);

}  // namespace waymark
