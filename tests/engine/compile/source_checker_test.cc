#include "engine/compile/source_checker.h"

#include <doctest/doctest.h>

#include "engine/compile/source_reader.h"

namespace waymark {
namespace {

// One object as text, with a reader on it.
class Setting {
 public:
  explicit Setting(std::string text)
      : locator_("a.json", text),
        value_(*read_source(text).value),
        reader_(value_, locator_, findings_) {}

  ObjectReader& reader() { return reader_; }

  // What was found, as "code line:column", parted by blanks.
  std::string found() {
    std::string out;
    for (const Diagnostic& d : findings_.take_sorted()) {
      out += (out.empty() ? "" : " ") + d.code + ' ' + std::to_string(d.place.line) + ':' +
             std::to_string(d.place.column);
    }
    return out;
  }

 private:
  SourceLocator locator_;
  SourceValue value_;
  Findings findings_;
  ObjectReader reader_;
};

}  // namespace

TEST_CASE("object reader: values of the right kind come with their places") {
  Setting setting(R"({"t": "text", "n": 1.5, "f": true, "o": {}, "a": [], "l": ["x", "y"]})");
  ObjectReader& reader = setting.reader();
  const PlacedText text = reader.required_text("t");
  CHECK(text.text == "text");
  CHECK(text.place == SourcePlace{"a.json", 1, 8});
  CHECK(reader.number("n") == 1.5);
  CHECK(reader.flag("f"));
  CHECK(reader.object("o", true) != nullptr);
  CHECK(reader.array("a", true) != nullptr);
  const std::vector<PlacedText> texts = reader.texts("l", true);
  REQUIRE(texts.size() == 2);
  CHECK(texts[1].text == "y");
  CHECK(texts[1].place == SourcePlace{"a.json", 1, 66});
  reader.finish();
  CHECK(setting.found() == "");
}

TEST_CASE("object reader: what is absent and need not be there is no finding") {
  Setting setting("{}");
  ObjectReader& reader = setting.reader();
  CHECK(reader.text("a").empty());
  CHECK(reader.texts("b").empty());
  CHECK_FALSE(reader.number("c").has_value());
  CHECK_FALSE(reader.flag("d"));
  CHECK(reader.object("e") == nullptr);
  CHECK(reader.any("f") == nullptr);
  CHECK_FALSE(reader.has("a"));
  reader.finish();
  CHECK(setting.found() == "");
}

TEST_CASE("object reader: faults of shape, each with its place") {
  struct Row {
    std::string what;
    std::string text;
    void (*read)(ObjectReader&);
    std::string found;
  };
  const Row rows[] = {
      {"missing", "\n {}", [](ObjectReader& r) { r.required_text("a"); }, "WM110 2:2"},
      {"missing list", "{}", [](ObjectReader& r) { r.texts("a", true); }, "WM110 1:1"},
      {"a number for a text", R"({"a": 1})", [](ObjectReader& r) { r.text("a"); }, "WM111 1:7"},
      {"a text for a number", R"({"a": "1"})", [](ObjectReader& r) { r.number("a"); }, "WM111 1:7"},
      {"a text for a flag", R"({"a": "no"})", [](ObjectReader& r) { r.flag("a"); }, "WM111 1:7"},
      {"a list for an object", R"({"a": []})", [](ObjectReader& r) { r.object("a"); }, "WM111 1:7"},
      {"null for a list", R"({"a": null})", [](ObjectReader& r) { r.array("a"); }, "WM111 1:7"},
      {"items of other kinds", R"({"a": ["x", 1, [], "y"]})",
       [](ObjectReader& r) { CHECK(r.texts("a").size() == 2); }, "WM111 1:13 WM111 1:16"},
      {"an unknown key", R"({"$schema": "x", "a": "y", "b": 1})",
       [](ObjectReader& r) { r.text("a"); }, "WM112 1:28"},
      {"an empty text", R"({"a": ""})", [](ObjectReader& r) { r.required_text("a"); }, "WM113 1:7"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Setting setting(row.text);
    row.read(setting.reader());
    setting.reader().finish();
    CHECK(setting.found() == row.found);
  }
}

TEST_CASE("findings: sorted by file and place, each once, with all of a place kept") {
  Findings findings;
  CHECK_FALSE(findings.has_errors());
  findings.add("WM405", {"b.json", 1, 1}, "", "", Severity::Warning);
  CHECK_FALSE(findings.has_errors());
  findings.add("WM201", {"a.json", 10, 2}, "", "");
  findings.add("WM201", {"a.json", 9, 30}, "one", "");
  findings.add("WM201", {"a.json", 9, 30}, "one", "");
  findings.add("WM201", {"a.json", 9, 30}, "two", "");
  findings.add("WM110", {"a.json", 9, 30}, "", "");
  CHECK(findings.has_errors());
  std::string order;
  for (const Diagnostic& d : findings.take_sorted()) {
    order += d.code + d.message + '@' + d.place.file + ':' + std::to_string(d.place.line) + ' ';
  }
  CHECK(order ==
        "WM110@a.json:9 WM201one@a.json:9 WM201two@a.json:9 WM201@a.json:10 WM405@b.json:1 ");
}

TEST_CASE("ids: topic.name in lower case") {
  for (const char* id : {"a", "help.cost", "ipt.what_is", "nhs.111", "a-b.c_d.e"}) {
    CAPTURE(std::string(id));
    CHECK(is_id(id));
  }
  for (const char* id : {"", ".", ".a", "a.", "Help", "a b", "caf\xC3\xA9", "a/b", "a..b"}) {
    CAPTURE(std::string(id));
    CHECK_FALSE(is_id(id));
  }
}

}  // namespace waymark
