#include "engine/compile/source_locator.h"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("source locator: lines and columns count from 1, columns in bytes") {
  const std::string_view text = "ab\n\nc\xC3\xA9z\r\nq";
  const SourceLocator locator("a.json", text);
  struct Row {
    std::size_t offset;
    std::uint32_t line;
    std::uint32_t column;
  };
  const Row rows[] = {{0, 1, 1}, {1, 1, 2}, {2, 1, 3},  {3, 2, 1}, {4, 3, 1},
                      {7, 3, 4}, {8, 3, 5}, {10, 4, 1}, {11, 4, 2}};
  for (const Row& row : rows) {
    CAPTURE(row.offset);
    CHECK(locator.place(row.offset) == SourcePlace{"a.json", row.line, row.column});
  }
}

TEST_CASE("source locator: an empty file has one place") {
  CHECK(SourceLocator("a.json", "").place(0) == SourcePlace{"a.json", 1, 1});
  CHECK(SourceLocator("a.json", "\n").place(1) == SourcePlace{"a.json", 2, 1});
}

}  // namespace waymark
