#include "engine/text/admission.h"

#include <unicode/uchar.h>

#include "engine/api/limits.h"
#include "engine/text/utf8.h"

namespace waymark {
namespace {

// Three quarters of the budget go to the beginning, one quarter to the end.
constexpr std::size_t kHead = kMaxMessageCodePoints * 3 / 4;
constexpr std::size_t kTail = kMaxMessageCodePoints - kHead;

bool is_combining(char32_t code) {
  if (code < 0x300) return false;
  const auto mask = U_GET_GC_MASK(static_cast<UChar32>(code));
  return (mask & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0;
}

bool is_dropped_control(char32_t code) {
  return (code < 0x20 && code != '\n' && code != '\r' && code != '\t') ||
         (code >= 0x7F && code < 0xA0);
}

// Decodes up to `budget` kept code points from `at` on; returns where it stopped.
std::size_t take(std::string_view bytes, std::size_t at, std::size_t budget, AdmittedText& out) {
  std::size_t marks = 0;
  for (; at < bytes.size() && budget > 0;) {
    const DecodedCodePoint next = decode_utf8(bytes, at);
    const ByteSpan span{static_cast<std::uint32_t>(at),
                        static_cast<std::uint32_t>(at + next.length)};
    at += next.length;
    marks = is_combining(next.code) ? marks + 1 : 0;
    if (marks > kMaxCombiningRun) {
      out.shortened = true;
      continue;
    }
    if (is_dropped_control(next.code)) continue;
    out.glyphs.push_back({next.code, span});
    --budget;
  }
  return at;
}

// The byte from which at most `count` code points are left, not before `floor`.
std::size_t tail_start(std::string_view bytes, std::size_t floor, std::size_t count) {
  std::size_t at = bytes.size();
  while (at > floor && count > 0) {
    --at;
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if ((byte & 0xC0U) != 0x80U) --count;
  }
  return at;
}

}  // namespace

AdmittedText admit(std::string_view bytes) {
  AdmittedText out;
  out.glyphs.reserve(bytes.size() < kMaxMessageCodePoints ? bytes.size() : kMaxMessageCodePoints);
  const std::size_t stopped = take(bytes, 0, kHead, out);
  if (stopped >= bytes.size()) return out;
  const std::size_t tail = tail_start(bytes, stopped, kTail);
  if (tail > stopped) {
    out.shortened = true;
    const auto at = static_cast<std::uint32_t>(stopped);
    out.glyphs.push_back({'\n', {at, at}});
  }
  take(bytes, tail, kTail - 1, out);
  return out;
}

}  // namespace waymark
