#pragma once
// Reads comma-separated values as RFC 4180 has them: quoted fields may hold commas, quotes in pairs
// and line breaks. Takes LF and CRLF, passes a byte order mark over, and needs memory for one row
// only. One thread.
//
//   CsvReader reader(file);
//   for (CsvRow row; reader.next(row);) use(row.line, row.fields);
//   if (reader.problem()) complain(*reader.problem());

#include <cstddef>
#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace waymark {

struct CsvRow {
  std::size_t line = 0;  // of the file, from 1, where the row begins
  std::vector<std::string> fields;
};

class CsvReader {
 public:
  static constexpr std::size_t kMaxRowBytes = 64 * 1024;
  static constexpr std::size_t kMaxFields = 200;

  // `in` must outlive the reader.
  explicit CsvReader(std::istream& in);

  // The next row that is not empty; false at the end, and where the file cannot be read on.
  [[nodiscard]] bool next(CsvRow& row);

  // Why it cannot be read on, as a sentence with the line.
  [[nodiscard]] const std::optional<std::string>& problem() const { return problem_; }

 private:
  enum class FieldEnd : std::uint8_t { Field, Row, File };
  FieldEnd read_field(std::string& field);
  FieldEnd read_quoted(std::string& field);
  FieldEnd after_quote();
  FieldEnd fail(std::size_t line, const std::string& what);
  int take();
  void take_rest_of_line_end(int c);

  std::istream& in_;
  std::size_t line_ = 1;
  std::size_t row_bytes_ = 0;
  std::optional<std::string> problem_;
};

}  // namespace waymark
