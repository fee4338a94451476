#include "adapters/directory/csv_reader.h"

namespace waymark {

namespace {

constexpr int kEnd = std::istream::traits_type::eof();

bool is_line_end(int c) { return c == '\n' || c == '\r'; }

}  // namespace

CsvReader::CsvReader(std::istream& in) : in_(in) {
  for (const char mark : {'\xEF', '\xBB', '\xBF'}) {
    if (in_.peek() != std::istream::traits_type::to_int_type(mark)) break;
    in_.get();
  }
}

bool CsvReader::next(CsvRow& row) {
  while (!problem_ && in_.peek() != kEnd) {
    row.line = line_;
    row.fields.clear();
    row_bytes_ = 0;
    FieldEnd end = FieldEnd::Field;
    while (end == FieldEnd::Field) {
      end = read_field(row.fields.emplace_back());
      if (row.fields.size() > kMaxFields) fail(row.line, "has too many fields");
      if (problem_) return false;
    }
    if (row.fields.size() > 1 || !row.fields.front().empty()) return true;
  }
  return false;
}

int CsvReader::take() {
  const int c = in_.get();
  if (c != kEnd && ++row_bytes_ > kMaxRowBytes) fail(line_, "is too long");
  return c;
}

// Of CR LF the second byte; the line is counted.
void CsvReader::take_rest_of_line_end(int c) {
  if (c == '\r' && in_.peek() == '\n') in_.get();
  ++line_;
}

CsvReader::FieldEnd CsvReader::read_field(std::string& field) {
  if (in_.peek() == '"') {
    in_.get();
    return read_quoted(field);
  }
  for (int c = take(); !problem_; c = take()) {
    if (c == kEnd) return FieldEnd::File;
    if (c == ',') return FieldEnd::Field;
    if (is_line_end(c)) {
      take_rest_of_line_end(c);
      return FieldEnd::Row;
    }
    field.push_back(static_cast<char>(c));
  }
  return FieldEnd::File;
}

CsvReader::FieldEnd CsvReader::read_quoted(std::string& field) {
  const std::size_t begin = line_;
  for (int c = take(); !problem_; c = take()) {
    if (c == kEnd) return fail(begin, "has a quote that is not closed");
    if (c == '"') {
      if (in_.peek() != '"') return after_quote();
      c = take();
    }
    if (c == '\n') ++line_;
    field.push_back(static_cast<char>(c));
  }
  return FieldEnd::File;
}

CsvReader::FieldEnd CsvReader::after_quote() {
  const int c = take();
  if (c == kEnd) return FieldEnd::File;
  if (c == ',') return FieldEnd::Field;
  if (!is_line_end(c)) return fail(line_, "has letters behind a closing quote");
  take_rest_of_line_end(c);
  return FieldEnd::Row;
}

CsvReader::FieldEnd CsvReader::fail(std::size_t line, const std::string& what) {
  if (!problem_) problem_ = "Line " + std::to_string(line) + " " + what + ".";
  return FieldEnd::File;
}

}  // namespace waymark
