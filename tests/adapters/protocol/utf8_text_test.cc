#include "adapters/protocol/utf8_text.h"

#include <doctest/doctest.h>

#include <string>

namespace waymark {

namespace {

// The plain encoding of any value up to 0x1FFFFF in so many bytes, right or wrong.
std::string encode(std::uint32_t value, std::size_t length) {
  if (length == 1) return std::string(1, static_cast<char>(value));
  std::string bytes;
  for (std::size_t left = length - 1; left > 0; --left) {
    bytes.insert(bytes.begin(), static_cast<char>(0x80U | (value & 0x3FU)));
    value >>= 6U;
  }
  const std::uint32_t lead = 0xFFU << (8 - length);
  bytes.insert(bytes.begin(), static_cast<char>((lead & 0xFFU) | value));
  return bytes;
}

std::size_t shortest_length(std::uint32_t value) {
  if (value < 0x80) return 1;
  if (value < 0x800) return 2;
  return value < 0x10000 ? 3 : 4;
}

}  // namespace

TEST_CASE("UTF-8: every scalar value in its shortest form and nothing else") {
  std::size_t wrong = 0;
  for (std::uint32_t value = 0; value <= 0x1FFFFF; ++value) {
    const bool is_scalar = value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    for (std::size_t length = shortest_length(value); length <= 4; ++length) {
      const bool is_right = is_scalar && length == shortest_length(value);
      if (is_utf8(encode(value, length)) != is_right) ++wrong;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("UTF-8: what is cut or stray is no UTF-8, and is mended byte by byte") {
  struct Row {
    const char* bytes;
    const char* mended;
  };
  for (const Row& row :
       {Row{"\xC3", "\xEF\xBF\xBD"}, Row{"a\x80z", "a\xEF\xBF\xBDz"},
        Row{"\xE2\x82", "\xEF\xBF\xBD\xEF\xBF\xBD"}, Row{"\xFFok", "\xEF\xBF\xBDok"}}) {
    CHECK_FALSE(is_utf8(row.bytes));
    CHECK(repaired_utf8(row.bytes) == row.mended);
    CHECK(is_utf8(row.mended));
  }
  CHECK(repaired_utf8("caf\xC3\xA9") == "caf\xC3\xA9");
}

TEST_CASE("UTF-8: characters are counted, not bytes") {
  CHECK(count_characters("") == 0);
  CHECK(count_characters("caf\xC3\xA9") == 4);
  CHECK(count_characters("\xF0\x9F\x98\x80!") == 2);
  CHECK(count_characters("\xFF\xFF") == 2);
}

}  // namespace waymark
