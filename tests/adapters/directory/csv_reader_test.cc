#include "adapters/directory/csv_reader.h"

#include <doctest/doctest.h>

#include <sstream>

namespace waymark {

namespace {

std::vector<CsvRow> rows_of(const std::string& text, std::optional<std::string>& problem) {
  std::istringstream in(text);
  CsvReader reader(in);
  std::vector<CsvRow> rows;
  for (CsvRow row; reader.next(row);) rows.push_back(row);
  problem = reader.problem();
  return rows;
}

using Fields = std::vector<std::string>;

}  // namespace

TEST_CASE("CSV reader: fields as RFC 4180 has them") {
  struct Case {
    std::string text;
    std::vector<Fields> rows;
  };
  const std::vector<Case> cases = {
      {"a,b\nc,d\n", {{"a", "b"}, {"c", "d"}}},
      {"a,b\r\nc,d", {{"a", "b"}, {"c", "d"}}},
      {"a,b\rc,d\r", {{"a", "b"}, {"c", "d"}}},
      {"\xEF\xBB\xBFid,name\n1,x\n", {{"id", "name"}, {"1", "x"}}},
      {"\"a,b\",c\n", {{"a,b", "c"}}},
      {"\"say \"\"hi\"\"\",c\n", {{"say \"hi\"", "c"}}},
      {"\"two\nlines\",c\n", {{"two\nlines", "c"}}},
      {",\n", {{"", ""}}},
      {"a,\n", {{"a", ""}}},
      {"\"\"\n\na\n", {{"a"}}},
      {"", {}},
      {"\n\r\n", {}},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    std::optional<std::string> problem;
    const std::vector<CsvRow> rows = rows_of(test.text, problem);
    CHECK_FALSE(problem.has_value());
    REQUIRE(rows.size() == test.rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) CHECK(rows[i].fields == test.rows[i]);
  }
}

TEST_CASE("CSV reader: a row knows the line where it begins, over breaks in quotes") {
  std::optional<std::string> problem;
  const auto rows = rows_of("a,b\n\"x\r\ny\",z\nlast,one\n", problem);
  REQUIRE(rows.size() == 3);
  CHECK(rows[1].line == 2);
  CHECK(rows[2].line == 4);
}

TEST_CASE("CSV reader: what is broken ends the file with its line") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"a,b\n\"c,d\n", "Line 2 has a quote that is not closed."},
      {"a,b\n\"c\"d,e\n", "Line 2 has letters behind a closing quote."},
      {"a\n" + std::string(CsvReader::kMaxRowBytes + 1, 'x'), "Line 2 is too long."},
      {std::string(CsvReader::kMaxFields + 1, ','), "Line 1 has too many fields."},
  };
  for (const auto& [text, expected] : cases) {
    std::optional<std::string> problem;
    const auto rows = rows_of(text, problem);
    REQUIRE(problem.has_value());
    CHECK(*problem == expected);
    CHECK(rows.size() <= 1);
  }
}

}  // namespace waymark
