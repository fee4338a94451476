#include "adapters/protocol/json_text.h"

#include <doctest/doctest.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace waymark {

namespace {

std::string json_of(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

std::string number(double value) {
  std::string out;
  append_json_number(out, value);
  return out;
}

}  // namespace

TEST_CASE("JSON strings: quotes, controls and what changes the layout are escaped") {
  CHECK(json_of("plain text") == R"("plain text")");
  CHECK(json_of("a\"b\\c\nd\te\r") == R"("a\"b\\c\nd\te\r")");
  CHECK(json_of(std::string_view("\0\x1B\x7F", 3)) == R"("\u0000\u001b\u007f")");
  CHECK(json_of("caf\xC3\xA9 \xF0\x9F\x98\x80") == "\"caf\xC3\xA9 \xF0\x9F\x98\x80\"");
  CHECK(json_of("\xE2\x80\xA8|\xE2\x80\xAE|\xC2\x85|\xE2\x81\xA6") ==
        R"("\u2028|\u202e|\u0085|\u2066")");
  CHECK(json_of("it\xE2\x80\x99s") == "\"it\xE2\x80\x99s\"");
}

TEST_CASE("JSON strings: bytes that are not UTF-8 become the replacement character") {
  CHECK(json_of("a\xFFz\xC3") == R"("a\ufffdz\ufffd")");
}

TEST_CASE("JSON strings: a parser reads back what was written, for every character of the BMP") {
  for (std::uint32_t code_point = 0; code_point < 0x10000; ++code_point) {
    if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
    std::string escaped = "\"\\u0000\"";
    constexpr std::string_view kHex = "0123456789abcdef";
    for (unsigned digit = 0; digit < 4; ++digit) {
      escaped[3 + digit] = kHex[(code_point >> (12 - 4 * digit)) & 0xFU];
    }
    const auto text = nlohmann::json::parse(escaped).get<std::string>();
    if (nlohmann::json::parse(json_of(text)).get<std::string>() != text) FAIL(code_point);
  }
}

TEST_CASE("JSON numbers: whole, short, and never a word that JSON lacks") {
  CHECK(number(0) == "0");
  CHECK(number(0.9125) == "0.9125");
  CHECK(number(0.5) == "0.5");
  CHECK(number(-2.25) == "-2.25");
  CHECK(number(1.0 / 3) == "0.3333");
  CHECK(number(100) == "100");
  CHECK(number(std::numeric_limits<double>::infinity()) == "0");
  CHECK(number(std::numeric_limits<double>::quiet_NaN()) == "0");
  std::string out;
  append_json_number(out, std::numeric_limits<std::int64_t>::min());
  CHECK(out == "-9223372036854775808");
}

TEST_CASE("JSON objects: members, nested values and lists") {
  std::string out;
  JsonObject object(out);
  object.member("word", "yes");
  object.member("flag", true);
  object.member("count", 3);
  object.member("rate", 0.25);
  object.member_if_any("absent", "");
  append_json_list(object.begin("list"), std::vector<int>{1, 2},
                   [&](int item) { append_json_number(out, std::int64_t{item}); });
  JsonObject inner(object.begin("inner"));
  inner.close();
  object.close();
  CHECK(out == R"({"word":"yes","flag":true,"count":3,"rate":0.25,"list":[1,2],"inner":{}})");
}

}  // namespace waymark
