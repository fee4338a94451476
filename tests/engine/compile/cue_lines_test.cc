#include "engine/compile/cue_lines.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>

#include "engine/compile/source_checker.h"
#include "engine/compile/source_reader.h"

namespace waymark {
namespace {

const std::string kFitted =
    "{\"$schema\": \"s\",\n \"locale\": \"en-GB\", \"about\": \"risk\",\n \"bias\": \"none 3\",\n"
    " \"cues\": {\n  \"#2\": \"none 8\",\n  \"a b\": \"none -3 x 4\",\n  \"a b c\": \"\",\n"
    "  \"caf\xC3\xA9~\": \"x 1\",\n  \"\xF0\x9F\x99\x8F $\": \"x 405\"\n }}\n";

bool is_same(const PlacedText& slow, std::string_view text, const CueText& fast) {
  return slow.text == text.substr(fast.first, fast.last - fast.first) &&
         slow.place == SourcePlace{"f", fast.line, fast.column};
}

bool is_same(std::string_view text, const SourceLocator& locator, const SourceValue& cues,
             const std::vector<CueEntry>& fast) {
  if (cues.kind != SourceValue::Kind::Object || cues.members.size() != fast.size()) return false;
  for (std::size_t i = 0; i < fast.size(); ++i) {
    const SourceMember& slow = cues.members[i];
    PlacedText key{slow.key, locator.place(slow.key_offset)};
    ++key.place.column;
    if (slow.value.kind != SourceValue::Kind::String || !is_same(key, text, fast[i].cue) ||
        !is_same(placed_text(slow.value, locator), text, fast[i].weights)) {
      return false;
    }
  }
  return true;
}

// Whether the reader of all JSON makes the same of a text.
bool is_same(std::string_view text, const CueLines& fast) {
  const SourceResult slow = read_source(text);
  if (!slow.value || !slow.problems.empty() || slow.value->offset != fast.header.offset ||
      slow.value->kind != fast.header.kind ||
      slow.value->members.size() != fast.header.members.size()) {
    return false;
  }
  const SourceLocator locator("f", text);
  for (std::size_t i = 0; i < fast.header.members.size(); ++i) {
    const SourceMember& a = slow.value->members[i];
    const SourceMember& b = fast.header.members[i];
    if (a.key != b.key || a.key_offset != b.key_offset || a.value.offset != b.value.offset ||
        a.value.kind != b.value.kind || a.value.text != b.value.text) {
      return false;
    }
    if (a.key == "cues" && !is_same(text, locator, a.value, fast.cues)) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("cue lines: a fitted file is read, with the places of its texts") {
  const auto lines = cue_lines(kFitted);
  REQUIRE(lines);
  CHECK(is_same(kFitted, *lines));
  REQUIRE(lines->cues.size() == 5);
  CHECK(lines->cues[1].cue.line == 6);
  CHECK(lines->cues[1].cue.column == 4);
  CHECK(lines->cues[1].weights.column == 11);
  CHECK(lines->header.find("bias")->text == "none 3");
}

TEST_CASE("cue lines: blanks and the order of what stands around the cues do not matter") {
  for (const std::string text :
       {R"({"cues":{"a":"none 1","b":"none 2"},"about":"risk","locale":"en-GB"})",
        " {\r\n\t\"cues\" : { \"a\" : \"none 1\" , \"b\":\n\"none 2\" } } \n", R"({"cues": {}})",
        R"({"more": "text", "cues": {"a": "", "b": "x"}, "last": ""})", R"({"locale": "en-GB"})"}) {
    CAPTURE(text);
    const auto lines = cue_lines(text);
    REQUIRE(lines);
    CHECK(is_same(text, *lines));
  }
}

TEST_CASE("cue lines: what is not surely sound is left to the reader of all JSON") {
  for (const std::string text : {R"({"cues": {"b": "x", "a": "x"}})",
                                 R"({"cues": {"a": "x", "a": "x"}})",
                                 R"({"cues": {"a": "x"}, "cues": {}})",
                                 R"({"cues": {"a": 3}})",
                                 R"({"cues": ["a"]})",
                                 R"({"cues": {"a\n": "x"}})",
                                 R"({"cues": {"a": "x\u0020"}})",
                                 R"({"cues": {"a": "x"},})",
                                 R"({"cues": {"a": "x",}})",
                                 R"({"cues": {"a" "x"}})",
                                 R"({"cues": {"a": "x"}} x)",
                                 R"({"cues": {"a": "x"})",
                                 R"({"about": {}, "cues": {}})",
                                 "{}",
                                 "[]",
                                 "",
                                 "{\"cues\": {\"a",
                                 "{\"cues\": {\"a\tb\": \"x\"}}",
                                 "{\"cues\": {\"a\t\": \"x\"}}",
                                 "\xEF\xBB\xBF{\"cues\": {}}",
                                 "{\"cues\": {\"\xC3\": \"x\"}}",
                                 "{\"cues\": {\"\xED\xA0\x80\": \"x\"}}"}) {
    CAPTURE(text);
    CHECK_FALSE(cue_lines(text));
  }
}

TEST_CASE(
    "cue lines: whatever byte of a file is another, too many or missing, both readers agree") {
  const std::string bytes("\0\t\n\r \"#,:[\\]az{}\x7F\x80\xA9\xC3\xED\xEF\xF0\xFF", 24);
  std::size_t read = 0;
  std::size_t wrong = 0;
  const auto look = [&](const std::string& text) {
    const auto lines = cue_lines(text);
    if (!lines) return;
    ++read;
    if (!is_same(text, *lines)) ++wrong;
  };
  for (std::size_t at = 0; at <= kFitted.size(); ++at) {
    for (const char byte : bytes) {
      std::string text = kFitted;
      text.insert(at, 1, byte);
      look(text);
      if (at == kFitted.size()) continue;
      text = kFitted;
      text[at] = byte;
      look(text);
    }
    look(kFitted.substr(0, at) + kFitted.substr(std::min(at + 1, kFitted.size())));
    look(kFitted.substr(0, at));
  }
  CHECK(read > 1000);
  CHECK(wrong == 0);
}

}  // namespace waymark
