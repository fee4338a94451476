#include "engine/text/utf8.h"

namespace waymark {
namespace {

struct LeadByte {
  std::size_t length;
  char32_t bits;
  unsigned char second_low;   // bounds of the second byte: they exclude overlong forms,
  unsigned char second_high;  // surrogates and values over U+10FFFF
};

LeadByte classify(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return {2, static_cast<char32_t>(lead & 0x1F), 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x0D, 0x80, 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {3, static_cast<char32_t>(lead & 0x0F), 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0, 0x90, 0xBF};
  if (lead >= 0xF1 && lead <= 0xF3) return {4, static_cast<char32_t>(lead & 0x07), 0x80, 0xBF};
  if (lead == 0xF4) return {4, 4, 0x80, 0x8F};
  return {0, 0, 0, 0};
}

}  // namespace

DecodedCodePoint decode_utf8(std::string_view bytes, std::size_t at) {
  const auto lead = static_cast<unsigned char>(bytes[at]);
  if (lead < 0x80) return {lead, 1};
  const LeadByte form = classify(lead);
  if (form.length == 0) return {};
  char32_t code = form.bits;
  for (std::size_t i = 1; i < form.length; ++i) {
    if (at + i >= bytes.size()) return {kReplacementCharacter, i};
    const auto next = static_cast<unsigned char>(bytes[at + i]);
    const unsigned char low = i == 1 ? form.second_low : 0x80;
    const unsigned char high = i == 1 ? form.second_high : 0xBF;
    if (next < low || next > high) return {kReplacementCharacter, i};
    code = (code << 6U) | (next & 0x3FU);
  }
  return {code, form.length};
}

void append_utf8(std::string& out, char32_t code) {
  const auto byte = [&out](char32_t value) { out.push_back(static_cast<char>(value)); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0 | (code >> 6U));
    byte(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    byte(0xE0 | (code >> 12U));
    byte(0x80 | ((code >> 6U) & 0x3F));
    byte(0x80 | (code & 0x3F));
  } else {
    byte(0xF0 | (code >> 18U));
    byte(0x80 | ((code >> 12U) & 0x3F));
    byte(0x80 | ((code >> 6U) & 0x3F));
    byte(0x80 | (code & 0x3F));
  }
}

std::string repair_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const DecodedCodePoint next = decode_utf8(bytes, at);
    append_utf8(out, next.code);
    at += next.length;
  }
  return out;
}

}  // namespace waymark
