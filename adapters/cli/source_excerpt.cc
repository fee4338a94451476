#include "adapters/cli/source_excerpt.h"

#include <algorithm>
#include <vector>

#include "adapters/protocol/utf8_text.h"

namespace waymark {

namespace {

constexpr std::string_view kMargin = "    ";
constexpr std::string_view kCutBefore = "... ";
constexpr std::string_view kCutBehind = " ...";

std::string_view line_at(std::string_view text, std::uint32_t number) {
  for (std::uint32_t at = 1; at < number; ++at) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  return text.substr(0, text.find('\n'));
}

bool is_blank(std::string_view character) {
  return character == " " || character == "\t" || character == "\r";
}

// The characters of a line; bytes that are not UTF-8 count one each.
std::vector<std::string_view> characters_of(std::string_view line) {
  std::vector<std::string_view> characters;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t length = std::max<std::size_t>(utf8_length_at(line, at), 1);
    characters.push_back(line.substr(at, length));
    at += length;
  }
  return characters;
}

// A control character of a file never reaches the terminal.
std::string shown(std::string_view character) {
  const bool is_control = character.size() == 1 && static_cast<unsigned char>(character[0]) < 0x20;
  return is_control ? " " : repaired_utf8(character);
}

}  // namespace

std::string source_excerpt(std::string_view text, const SourcePlace& place) {
  const std::string_view line = line_at(text, place.line);
  const std::vector<std::string_view> all = characters_of(line);
  const auto first_shown =
      static_cast<std::size_t>(std::ranges::find_if_not(all, is_blank) - all.begin());
  if (first_shown == all.size()) return {};
  const std::size_t column = std::min<std::size_t>(place.column - 1, line.size());
  const std::size_t caret = std::max(characters_of(line.substr(0, column)).size(), first_shown);
  std::size_t begin = first_shown;
  if (all.size() - begin > kExcerptWidth && caret - begin > kExcerptWidth * 2 / 3) {
    begin = caret - kExcerptWidth / 2;
  }
  const std::size_t end = std::min(all.size(), begin + kExcerptWidth);
  const std::string_view before = begin > first_shown ? kCutBefore : std::string_view();
  std::string excerpt = std::string(kMargin) + std::string(before);
  for (std::size_t i = begin; i < end; ++i) excerpt += shown(all[i]);
  if (end < all.size()) excerpt += kCutBehind;
  excerpt += '\n';
  return excerpt + std::string(kMargin.size() + before.size() + caret - begin, ' ') + "^\n";
}

}  // namespace waymark
