#include "engine/text/text_pattern.h"

#include <doctest/doctest.h>

#include <string>

#include "engine/api/check.h"

namespace waymark {
namespace {

std::string found(std::string_view expression, const std::string& bytes) {
  std::string out;
  for (const ByteSpan span : TextPattern(expression).find_all(bytes)) {
    out += '<' + bytes.substr(span.begin, span.end - span.begin) + '>';
  }
  return out;
}

}  // namespace

TEST_CASE("text pattern: finds its first group everywhere, from left to right") {
  struct Row {
    std::string expression;
    std::string bytes;
    std::string found;
  };
  const Row rows[] = {
      {"([0-9]+)", "", ""},
      {"([0-9]+)", "no digits", ""},
      {"([0-9]+)", "12 and 34", "<12><34>"},
      {"(?:^|[^0-9])([0-9]{2})(?:[^0-9]|$)", "12 34 567 89", "<12><34><89>"},
      {"(ab)", "abABaB", "<ab><AB><aB>"},
      {"(aa)", "aaaaa", "<aa><aa>"},
      {"(b)",
       "a\xFF\x80"
       "b\xC3",
       "<b>"},
      {"([0-9]*)", "a", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.expression);
    CHECK(found(row.expression, row.bytes) == row.found);
  }
}

TEST_CASE("text pattern: zero bytes and long runs are just bytes") {
  const std::string zero("a\0b1", 4);
  CHECK(found("([0-9])", zero) == "<1>");
  CHECK(found("(a+)$", std::string(100'000, 'a') + 'b') == "");
}

TEST_CASE("text pattern: a wrong expression is a bug") {
  for (const char* expression : {"(", "abc", "[a-"}) {
    CHECK_THROWS_AS(TextPattern{expression}, BrokenCheck);
  }
}

}  // namespace waymark
