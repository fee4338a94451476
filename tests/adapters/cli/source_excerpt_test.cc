#include "adapters/cli/source_excerpt.h"

#include <doctest/doctest.h>

#include <sstream>

namespace waymark {

TEST_CASE("source excerpt: the line and a caret under the column") {
  struct Row {
    std::string what;
    std::string text;
    std::uint32_t line;
    std::uint32_t column;
    std::string excerpt;
  };
  const Row rows[] = {
      {"the first line", "a (b\n", 1, 3, "    a (b\n      ^\n"},
      {"without the blanks before it", "x\n\t  \"a (b\"", 2, 6, "    \"a (b\"\n      ^\n"},
      {"columns count bytes", "\xC3\xA9\xC3\xA9(", 1, 5, "    \xC3\xA9\xC3\xA9(\n      ^\n"},
      {"the end of the line", "ab", 1, 9, "    ab\n      ^\n"},
      {"a column among the blanks", "   ab", 1, 1, "    ab\n    ^\n"},
      {"a control character", "a\x1B[1m", 1, 1, "    a [1m\n    ^\n"},
      {"bytes that are not UTF-8", "a\xFF", 1, 2, "    a\xEF\xBF\xBD\n     ^\n"},
      {"an empty line", "a\n\nb", 2, 1, ""},
      {"no such line", "a", 7, 1, ""},
      {"no text", "", 1, 1, ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(source_excerpt(row.text, {"f.json", row.line, row.column}) == row.excerpt);
  }
}

TEST_CASE("source excerpt: of a long line what is around the column") {
  for (const std::size_t at : {0U, 5U, 60U, 70U, 400U, 499U}) {
    CAPTURE(at);
    std::string line(500, 'a');
    line[at] = '(';
    std::istringstream lines(source_excerpt(line, {"f", 1, static_cast<std::uint32_t>(at + 1)}));
    std::string shown;
    std::string caret;
    std::getline(lines, shown);
    std::getline(lines, caret);
    CHECK(shown.size() <= kExcerptWidth + 12);
    CHECK(caret.find('^') == shown.find('('));
  }
}

}  // namespace waymark
