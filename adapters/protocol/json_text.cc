#include "adapters/protocol/json_text.h"

#include <array>
#include <charconv>
#include <cmath>

#include "adapters/protocol/utf8_text.h"

namespace waymark {

namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

void append_escape(std::string& out, char32_t code_point) {
  switch (code_point) {
    case U'"': out += "\\\""; return;
    case U'\\': out += "\\\\"; return;
    case U'\n': out += "\\n"; return;
    case U'\r': out += "\\r"; return;
    case U'\t': out += "\\t"; return;
    default: break;
  }
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) {
    out += kHexDigits[(code_point >> static_cast<unsigned>(shift)) & 0xFU];
  }
}

// Characters that pass as they are and need no look at what follows.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t byte = 0x20; byte < 0x7F; ++byte) plain.at(byte) = byte != '"' && byte != '\\';
  return plain;
}();

// The bidirectional controls (UAX #9), the line and paragraph separators, and C1.
bool changes_layout(char32_t code_point) {
  return (code_point >= 0x7F && code_point <= 0x9F) || code_point == 0x061C ||
         code_point == 0x200E || code_point == 0x200F ||
         (code_point >= 0x2028 && code_point <= 0x202E) ||
         (code_point >= 0x2066 && code_point <= 0x2069);
}

// The code point of the well-formed character that `bytes` is.
char32_t decode(std::string_view bytes) {
  const auto byte = [bytes](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
  if (bytes.size() == 1) return byte(0);
  char32_t code_point = byte(0) & (0xFFU >> (bytes.size() + 1));
  for (std::size_t at = 1; at < bytes.size(); ++at) {
    code_point = (code_point << 6U) | (byte(at) & 0x3FU);
  }
  return code_point;
}

// Appends the character at `position` in its safe form and gives its length in bytes.
std::size_t append_character(std::string& out, std::string_view text, std::size_t position) {
  const std::size_t length = utf8_length_at(text, position);
  if (length == 0) {
    append_escape(out, 0xFFFD);
    return 1;
  }
  const std::string_view character = text.substr(position, length);
  const char32_t code_point = decode(character);
  const bool is_special = code_point < 0x20 || code_point == U'"' || code_point == U'\\';
  if (is_special || changes_layout(code_point)) {
    append_escape(out, code_point);
  } else {
    out += character;
  }
  return length;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t position = 0;
  while (position < text.size()) {
    const std::size_t run = position;
    while (position < text.size() && kPlain[static_cast<unsigned char>(text[position])]) ++position;
    out.append(text, run, position - run);
    if (position < text.size()) position += append_character(out, text, position);
  }
  out += '"';
}

void append_json_number(std::string& out, std::int64_t number) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

void append_json_number(std::string& out, double number) {
  if (!std::isfinite(number)) number = 0;  // JSON has no word for it
  std::array<char, 64> digits{};
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                          std::chars_format::fixed, 4);
  std::string_view text(digits.data(), static_cast<std::size_t>(end - digits.data()));
  if (error != std::errc{}) text = "0";
  while (text.contains('.') && (text.ends_with('0') || text.ends_with('.'))) {
    const bool was_point = text.ends_with('.');
    text.remove_suffix(1);
    if (was_point) break;
  }
  out += text;
}

std::string& JsonObject::begin(std::string_view key) {
  if (!is_empty_) out_ += ',';
  is_empty_ = false;
  append_json_string(out_, key);
  out_ += ':';
  return out_;
}

}  // namespace waymark
