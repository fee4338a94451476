#include "engine/text/utf8.h"

#include <doctest/doctest.h>

#include <string>

namespace waymark {
namespace {

const std::string kBroken = "\xEF\xBF\xBD";  // U+FFFD as UTF-8

std::string times(const std::string& text, int count) {
  std::string out;
  while (count-- > 0) out += text;
  return out;
}

}  // namespace

TEST_CASE("utf8: whole sequences are decoded") {
  struct Row {
    std::string bytes;
    char32_t code;
    std::size_t length;
  };
  const Row rows[] = {
      {std::string(1, '\0'), 0, 1},
      {"a", 'a', 1},
      {"\x7F", 0x7F, 1},
      {"\xC2\x80", 0x80, 2},
      {"\xDF\xBF", 0x7FF, 2},
      {"\xE0\xA0\x80", 0x800, 3},
      {"\xED\x9F\xBF", 0xD7FF, 3},
      {"\xEE\x80\x80", 0xE000, 3},
      {"\xEF\xBF\xBF", 0xFFFF, 3},
      {"\xF0\x90\x80\x80", 0x10000, 4},
      {"\xF0\x9F\x98\x80", 0x1F600, 4},
      {"\xF4\x8F\xBF\xBF", 0x10FFFF, 4},
  };
  for (const Row& row : rows) {
    CAPTURE(row.bytes);
    const DecodedCodePoint decoded = decode_utf8(row.bytes + "x", 0);
    CHECK(decoded.code == row.code);
    CHECK(decoded.length == row.length);
    std::string back;
    append_utf8(back, row.code);
    CHECK(back == row.bytes);
  }
}

// How many replacement characters a broken part gives follows the Unicode standard's practice of
// maximal subparts (chapter 3, table 3-8).
TEST_CASE("utf8: each maximal broken part becomes one U+FFFD") {
  struct Row {
    std::string what;
    std::string bytes;
    std::string repaired;
  };
  const Row rows[] = {
      {"nothing", "", ""},
      {"plain", "hello", "hello"},
      {"a lone continuation", "a\x80z", "a" + kBroken + "z"},
      {"overlong, two bytes", "\xC0\xAF", times(kBroken, 2)},
      {"overlong, three bytes", "\xE0\x80\xAF", times(kBroken, 3)},
      {"overlong, four bytes", "\xF0\x80\x80\xAF", times(kBroken, 4)},
      {"a high surrogate", "\xED\xA0\x80", times(kBroken, 3)},
      {"a low surrogate", "\xED\xBF\xBF", times(kBroken, 3)},
      {"a surrogate pair", "\xED\xA0\xBD\xED\xB8\x80", times(kBroken, 6)},
      {"over U+10FFFF", "\xF4\x90\x80\x80", times(kBroken, 4)},
      {"lead bytes of nothing", "\xF5\xFF\xFE", times(kBroken, 3)},
      {"two bytes, cut at the end", "a\xC3", "a" + kBroken},
      {"three bytes, cut at the end", "a\xE2\x82", "a" + kBroken},
      {"four bytes, cut at the end", "a\xF0\x9F\x98", "a" + kBroken},
      {"cut in the middle", "\xE2\x82z", kBroken + "z"},
      {"cut by another lead", "\xE2\x82\xC3\xA9", kBroken + "\xC3\xA9"},
      {"the standard's example",
       "a\xF1\x80\x80\xE1\x80\xC2"
       "b\x80"
       "c\x80\xBF"
       "d",
       "a" + times(kBroken, 3) + "b" + kBroken + "c" + times(kBroken, 2) + "d"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(repair_utf8(row.bytes) == row.repaired);
    CHECK(repair_utf8(row.repaired) == row.repaired);
  }
}

TEST_CASE("utf8: a code point is decoded at its own place") {
  const std::string bytes = "a\xC3\xA9\xE2\x82";
  CHECK(decode_utf8(bytes, 1).code == 0xE9);
  CHECK(decode_utf8(bytes, 2).code == kReplacementCharacter);
  CHECK(decode_utf8(bytes, 2).length == 1);
  CHECK(decode_utf8(bytes, 3).length == 2);
}

}  // namespace waymark
