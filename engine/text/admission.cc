#include "engine/text/admission.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <deque>

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

// The byte at which the last `count` code points from `at` on begin.
std::size_t tail_start(std::string_view bytes, std::size_t at, std::size_t count) {
  std::deque<std::size_t> starts;
  while (at < bytes.size()) {
    starts.push_back(at);
    if (starts.size() > count) starts.pop_front();
    at += decode_utf8(bytes, at).length;
  }
  return starts.empty() ? at : starts.front();
}

}  // namespace

AdmittedText admit(std::string_view bytes) {
  AdmittedText out;
  out.glyphs.reserve(std::min(bytes.size(), kMaxMessageCodePoints));
  if (take(bytes, 0, kMaxMessageCodePoints, out) >= bytes.size()) return out;
  out = {};
  out.shortened = true;
  const std::size_t stopped = take(bytes, 0, kHead, out);
  const auto at = static_cast<std::uint32_t>(stopped);
  out.glyphs.push_back({'\n', {at, at}});
  take(bytes, tail_start(bytes, stopped, kTail - 1), kTail - 1, out);
  return out;
}

}  // namespace waymark
