#include "engine/text/text_pattern_set.h"

#include <doctest/doctest.h>

#include <string>

#include "engine/api/check.h"

namespace waymark {
namespace {

const std::vector<std::string_view> kNumbersAndNames = {"([0-9]+)", "([a-z]+@[a-z]+)"};

std::string found(const TextPatternSet& set, const std::string& bytes) {
  const TextScan scan = set.scan(bytes);
  std::string out;
  for (std::size_t pattern = 0; pattern < kNumbersAndNames.size(); ++pattern) {
    for (const ByteSpan span : set.find_all(pattern, bytes, scan)) {
      out += '<' + bytes.substr(span.begin, span.end - span.begin) + '>';
    }
  }
  return out;
}

TEST_CASE("text pattern set: tells which patterns are worth a search") {
  const TextPatternSet set(kNumbersAndNames);
  CHECK(set.scan("nothing here").present == 0);
  CHECK(set.scan("1 thing").present == 1);
  CHECK(set.scan("me@HOME").present == 2);
  CHECK(set.scan("me@home 2").present == 3);
  CHECK(set.scan("").present == 0);
  CHECK_FALSE(set.scan("me@home 2").slow_path);
  CHECK(found(set, "12 me@home 3") == "<12><3><me@home>");
}

TEST_CASE("text pattern set: out of memory it searches all, finds the same, and says so") {
  const std::string bytes = "12 me@home 3 \xC3\xA9 x@y 7";
  const std::string expected = found(TextPatternSet(kNumbersAndNames), bytes);
  CHECK_FALSE(TextPatternSet(kNumbersAndNames).scan(bytes).slow_path);
  // From too small to compile, over too small to scan, to large enough.
  std::size_t slow = 0;
  for (std::int64_t budget = 100; budget < 50'000; budget += 200) {
    CAPTURE(budget);
    const TextPatternSet set(kNumbersAndNames, budget);
    CHECK(found(set, bytes) == expected);
    if (set.scan(bytes).slow_path) ++slow;
  }
  CHECK(slow > 10);
  CHECK(slow < 240);
}

TEST_CASE("text pattern set: more patterns than bits are a bug") {
  CHECK_THROWS_AS(TextPatternSet(std::vector<std::string_view>(33, "(a)")), BrokenCheck);
}

}  // namespace
}  // namespace waymark
