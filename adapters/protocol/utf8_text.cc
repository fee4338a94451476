#include "adapters/protocol/utf8_text.h"

namespace waymark {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

struct LeadByte {
  std::size_t length;
  unsigned char lowest_second;  // the second byte bars overlong forms, surrogates and large values
  unsigned char highest_second;
};

// Unicode Standard, table 3-7 (well-formed UTF-8 byte sequences).
LeadByte lead_byte(unsigned char lead) {
  if (lead < 0x80) return {1, 0, 0};
  if (lead >= 0xC2 && lead <= 0xDF) return {2, 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {3, 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead >= 0xF1 && lead <= 0xF3) return {4, 0x80, 0xBF};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

}  // namespace

std::size_t utf8_length_at(std::string_view bytes, std::size_t position) {
  const auto byte = [bytes](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
  const LeadByte lead = lead_byte(byte(position));
  if (lead.length <= 1) return lead.length;
  if (position + lead.length > bytes.size()) return 0;
  if (byte(position + 1) < lead.lowest_second || byte(position + 1) > lead.highest_second) return 0;
  for (std::size_t at = position + 2; at < position + lead.length; ++at) {
    if ((byte(at) & 0xC0U) != 0x80U) return 0;
  }
  return lead.length;
}

bool is_utf8(std::string_view bytes) {
  for (std::size_t position = 0; position < bytes.size();) {
    const std::size_t length = utf8_length_at(bytes, position);
    if (length == 0) return false;
    position += length;
  }
  return true;
}

std::string repaired_utf8(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t position = 0; position < bytes.size();) {
    const std::size_t length = utf8_length_at(bytes, position);
    text += length == 0 ? kReplacement : bytes.substr(position, length);
    position += length == 0 ? 1 : length;
  }
  return text;
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t position = 0; position < text.size(); ++count) {
    const std::size_t length = utf8_length_at(text, position);
    position += length == 0 ? 1 : length;
  }
  return count;
}

}  // namespace waymark
