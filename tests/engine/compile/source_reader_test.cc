#include "engine/compile/source_reader.h"

#include <doctest/doctest.h>

#include <string>

#include "engine/api/limits.h"

namespace waymark {
namespace {

using Kind = SourceValue::Kind;

// The value as JSON again, each value and key with the byte at which it begins: "@0{@1"a":@5[]}".
std::string written(const SourceValue& value) {
  std::string out = '@' + std::to_string(value.offset);
  switch (value.kind) {
    case Kind::Null: return out + "null";
    case Kind::Boolean: return out + (value.boolean ? "true" : "false");
    case Kind::Number: return out + std::to_string(value.number);
    case Kind::String: return out + '"' + value.text + '"';
    case Kind::Array: {
      out += '[';
      for (const SourceValue& item : value.items) out += written(item);
      return out + ']';
    }
    case Kind::Object: {
      out += '{';
      for (const SourceMember& member : value.members) {
        out += '@' + std::to_string(member.key_offset) + member.key + ':' + written(member.value);
      }
      return out + '}';
    }
  }
  return out;
}

std::string read(std::string_view text) {
  const SourceResult result = read_source(text);
  REQUIRE(result.value.has_value());
  return written(*result.value);
}

std::string nested(std::size_t depth, const std::string& open, const std::string& close) {
  std::string text;
  for (std::size_t i = 0; i < depth; ++i) text += open;
  for (std::size_t i = 0; i < depth; ++i) text += close;
  return text;
}

}  // namespace

TEST_CASE("source reader: every value knows where it begins") {
  struct Row {
    std::string text;
    std::string value;
  };
  const Row rows[] = {
      {"null", "@0null"},
      {" true", "@1true"},
      {"\"\"", "@0\"\""},
      {"-1.5e1 ", "@0-15.000000"},
      {"12", "@0" + std::to_string(12.0)},
      {"[]", "@0[]"},
      {" { } ", "@1{}"},
      {"[1,2 , 3]", "@0[@1" + std::to_string(1.0) + "@3" + std::to_string(2.0) + "@7" +
                        std::to_string(3.0) + "]"},
      {"[[],[true],{}]", "@0[@1[]@4[@5true]@11{}]"},
      {"{\"a\":\"b\"}", "@0{@1a:@5\"b\"}"},
      {"{\n \"a\" : [ null ,false ],\n \"b\":{\"c\":{}}}",
       "@0{@3a:@9[@11null@17false]@27b:@31{@32c:@36{}}}"},
      {R"({"a":"\u00e9\"\\,:","b":1})",
       "@0{@1a:@5\"\xC3\xA9\"\\,:\"@20b:@24" + std::to_string(1.0) + "}"},
      {"{\"caf\xC3\xA9\":true,\"b\":null}", "@0{@1caf\xC3\xA9:@9true@14b:@18null}"},
      {"[\"]\",\"}\",\",\"]", "@0[@1\"]\"@5\"}\"@9\",\"]"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(read(row.text) == row.value);
    CHECK(read_source(row.text).problems.empty());
  }
}

TEST_CASE("source reader: a byte order mark is passed over") {
  CHECK(read("\xEF\xBB\xBF{\"a\":\"b\"}") == "@3{@4a:@8\"b\"}");
}

TEST_CASE("source reader: what is no JSON is reported where it stands") {
  struct Row {
    std::string what;
    std::string text;
    std::size_t offset;
  };
  const Row rows[] = {
      {"nothing", "", 0},
      {"a value is missing", "{\"a\": }", 6},
      {"a comma too many", "[1,]", 3},
      {"a comma too few", "{\"a\":1 \"b\":2}", 9},
      {"cut off", "{\"a\":1", 6},
      {"two values", "{} {}", 3},
      {"a comment", "{ // note\n}", 2},
      {"a bare word", "{\"a\": yes}", 6},
      {"a line break in a text", "{\"a\": \"b\nc\"}", 8},
      {"broken UTF-8", "{\"a\": \"\xFF\"}", 7},
      {"a single quote", "{'a': 1}", 1},
      {"a number out of range", "[1e999]", 5},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const SourceResult result = read_source(row.text);
    CHECK_FALSE(result.value.has_value());
    REQUIRE(result.problems.size() == 1);
    CHECK(result.problems[0].code == "WM101");
    CHECK(result.problems[0].offset == row.offset);
    CHECK_FALSE(result.problems[0].message.empty());
  }
}

TEST_CASE("source reader: a key that stands twice is reported at the second") {
  const SourceResult result = read_source(R"({"a":1,"b":{"c":1,"c":2},"a":3})");
  REQUIRE(result.value.has_value());
  REQUIRE(result.problems.size() == 2);
  CHECK(result.problems[0].code == "WM102");
  CHECK(result.problems[0].offset == 18);
  CHECK(result.problems[0].message.find("\"c\"") != std::string::npos);
  CHECK(result.problems[1].offset == 25);
  const SourceValue* first = result.value->find("a");
  REQUIRE(first != nullptr);
  CHECK(first->number == 1);
  CHECK(read_source(R"([{"a":1},{"a":2}])").problems.empty());
}

TEST_CASE("source reader: of very many keys only the one that stands twice is reported") {
  std::string text = "{";
  for (int i = 0; i < 20'000; ++i) text += "\"key" + std::to_string(i) + "\":{\"key1\":1},";
  const std::size_t again = text.size();
  text += "\"key7\":2}";
  const SourceResult result = read_source(text);
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].code == "WM102");
  CHECK(result.problems[0].offset == again);
}

TEST_CASE("source reader: depth is bounded while reading") {
  for (const auto& [open, close] : {std::pair<std::string, std::string>{"[", "]"},
                                    std::pair<std::string, std::string>{"{\"a\":", "}"}}) {
    const std::string inner = close == "}" ? "0" : "";
    std::string fine = nested(kMaxJsonDepth, open, close);
    fine.insert(kMaxJsonDepth * open.size(), inner);
    CHECK(read_source(fine).value.has_value());
    for (const std::size_t depth : {kMaxJsonDepth + 1, std::size_t{100'000}}) {
      const SourceResult result = read_source(nested(depth, open, close));
      CHECK_FALSE(result.value.has_value());
      REQUIRE(result.problems.size() == 1);
      CHECK(result.problems[0].code == "WM103");
      CHECK(result.problems[0].offset == kMaxJsonDepth * open.size());
    }
  }
}

TEST_CASE("source reader: size is bounded") {
  const std::string fine = '"' + std::string(kMaxSourceFileBytes - 2, 'a') + '"';
  CHECK(read_source(fine).value.has_value());
  const SourceResult result = read_source(fine + ' ');
  CHECK_FALSE(result.value.has_value());
  REQUIRE(result.problems.size() == 1);
  CHECK(result.problems[0].code == "WM103");
}

}  // namespace waymark
