#include "adapters/host/pack_examples.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/fakes/small_pack.h"
#include "tests/fakes/tea_pack.h"

namespace waymark {

namespace {

using Lines = std::vector<std::pair<std::string, std::string>>;

// Each example with its label.
Lines lines_of(const PackSource& source, CueScale scale = CueScale::Risk) {
  Lines lines;
  for (const LabelledText& line : examples_of(source, scale, "en-GB")) {
    lines.emplace_back(line.text, line.expected);
    CHECK(line.also.empty());
  }
  return lines;
}

Lines lines_in(const std::string& path, const std::string& text) {
  return lines_of({{{{"p/" + path, path, text}}}});
}

}  // namespace

TEST_CASE("pack examples: those of intents and of risk rules, of all packs, in order") {
  CHECK(lines_of(fakes::tea_pack_source()) == Lines{{"i want to die", "safety.suicide"},
                                                    {"i want to die of laughter", "none"},
                                                    {"what is tea?", "tea.what_is"},
                                                    {"so what is tea", "tea.what_is"},
                                                    {"tell me what is tea", "tea.what_is"},
                                                    {"the price of tea", "tea.price"},
                                                    {"cost of tea please", "tea.price"},
                                                    {"what is the price of tea", "tea.price"}});
}

TEST_CASE("pack examples: what risk rules are silent on says nothing of intents") {
  const Lines lines = lines_of(fakes::tea_pack_source(), CueScale::Intents);
  CHECK(lines.size() == 6);
  for (const auto& [text, label] : lines) CHECK(label.starts_with("tea."));
}

TEST_CASE("pack examples: weak cues are neither risk nor free of it") {
  const Lines lines = lines_of(fakes::SmallPack().source());
  CHECK(std::ranges::count(lines, "i can't go on", &Lines::value_type::first) == 0);
  CHECK(std::ranges::count(lines, "go on then", &Lines::value_type::first) == 0);
  CHECK(std::ranges::count(lines, "safety.suicide", &Lines::value_type::second) == 4);
  CHECK(std::ranges::count(lines, "safety.abuse", &Lines::value_type::second) == 1);
  CHECK(std::ranges::count(lines, "none", &Lines::value_type::second) == 3);
}

TEST_CASE("pack examples: other files have none") {
  const std::string intents = R"({"locale": "en-GB", "intents": [{"id": "a", "examples": ["b"]}]})";
  CHECK(lines_in("intents/a.json", intents) == Lines{{"b", "a"}});
  CHECK(lines_in("intents/deep/a.json", intents) == Lines{{"b", "a"}});
  for (const char* path : {"pack.json", "flows/a.json", "cues/intents.json", "risk/a.json"}) {
    CAPTURE(std::string(path));
    CHECK(lines_in(path, intents).empty());
  }
  CHECK(lines_of({}).empty());
}

TEST_CASE("pack examples: what cannot be read gives none, and is no error") {
  for (const char* text :
       {"", "{", "[]", "3", "{}", R"({"intents": {}})", R"({"intents": [3, []]})",
        R"({"locale": "en-GB", "intents": [{"id": "a"}]})",
        R"({"locale": "en-GB", "intents": [{"id": "a", "examples": "b"}]})",
        R"({"locale": "en-GB", "intents": [{"id": "a", "examples": [3, null]}]})",
        R"({"locale": "cy", "intents": [{"id": "a", "examples": ["b"]}]})", "\xFF\xFE"}) {
    CAPTURE(std::string(text));
    CHECK(lines_in("intents/a.json", text).empty());
  }
  for (const char* text : {"", R"({"rules": {}})", R"({"rules": [3]})",
                           R"({"rules": [{"category": "c", "fires": "a", "silent": {}}]})"}) {
    CAPTURE(std::string(text));
    CHECK(lines_in("risk/a.json", text).empty());
  }
}

}  // namespace waymark
