#include "adapters/protocol/json_repair.h"

#include <charconv>
#include <cstddef>
#include <cstdint>

#include "adapters/protocol/utf8_text.h"

namespace waymark {

namespace {

constexpr std::size_t kEscapeLength = 6;  // \uXXXX
constexpr std::string_view kReplacementEscape = "\\ufffd";

// The value of a `\uXXXX` at `position`, or 0 when there is none.
std::uint32_t unicode_escape_at(std::string_view json, std::size_t position) {
  if (position + kEscapeLength > json.size()) return 0;
  if (json[position] != '\\' || json[position + 1] != 'u') return 0;
  std::uint32_t value = 0;
  const char* begin = json.data() + position + 2;
  const char* end = begin + 4;
  const auto [stop, error] = std::from_chars(begin, end, value, 16);
  return error == std::errc{} && stop == end ? value : 0;
}

bool is_high_surrogate(std::uint32_t value) { return value >= 0xD800 && value <= 0xDBFF; }
bool is_low_surrogate(std::uint32_t value) { return value >= 0xDC00 && value <= 0xDFFF; }

// Calls `mend(position)` for each escape of a surrogate that stands alone.
template <typename Mend>
void for_each_lone_surrogate(std::string_view json, Mend mend) {
  for (std::size_t position = json.find('\\'); position != std::string_view::npos;
       position = json.find('\\', position)) {
    const std::uint32_t value = unicode_escape_at(json, position);
    const bool is_pair = is_high_surrogate(value) &&
                         is_low_surrogate(unicode_escape_at(json, position + kEscapeLength));
    if (is_pair) {
      position += 2 * kEscapeLength;
    } else if (is_high_surrogate(value) || is_low_surrogate(value)) {
      mend(position);
      position += kEscapeLength;
    } else {
      position += 2;
    }
  }
}

}  // namespace

std::string_view repaired_json(std::string_view json, std::string& storage) {
  if (!is_utf8(json)) {
    storage = repaired_utf8(json);
    json = storage;
  }
  bool has_lone_surrogate = false;
  for_each_lone_surrogate(json, [&](std::size_t) { has_lone_surrogate = true; });
  if (!has_lone_surrogate) return json;

  std::string mended(json);
  for_each_lone_surrogate(json, [&](std::size_t position) {
    mended.replace(position, kEscapeLength, kReplacementEscape);
  });
  storage = std::move(mended);
  return storage;
}

}  // namespace waymark
