#include "engine/match/lexicon.h"

#include <doctest/doctest.h>

namespace waymark {
namespace {

// An entry in line `line` of a file.
Lexicon::Entry entry(std::string phrase, std::uint32_t line = 1) {
  return {std::move(phrase), {"words.json", line, 5}};
}

}  // namespace

TEST_CASE("lexicon: a name can be declared once") {
  Language language;
  Lexicon lexicon(language);
  CHECK(lexicon.declare("low", {entry("low")}));
  CHECK_FALSE(lexicon.declare("low", {entry("sad")}));
  CHECK(lexicon.find("low").has_value());
  CHECK(language.vocabulary.find("sad") == kUnknownWord);
}

TEST_CASE("lexicon: sets may use sets that are declared later") {
  Language language;
  Lexicon lexicon(language);
  lexicon.declare("mood", {entry("{feel} low")});
  lexicon.declare("feel", {entry("feel+")});
  REQUIRE(lexicon.find("mood").has_value());
  CHECK(lexicon.problems().empty());
  CHECK(language.vocabulary.find("feeling") != kUnknownWord);
}

TEST_CASE("lexicon: a set that is not there") {
  Language language;
  Lexicon lexicon(language);
  const auto found = lexicon.find("missing");
  REQUIRE_FALSE(found.has_value());
  CHECK(found.error().code == "WM308");
  CHECK(found.error().message.find("{missing}") != std::string::npos);
}

TEST_CASE("lexicon: wrong entries are reported with their place, the others count") {
  Language language;
  Lexicon lexicon(language);
  lexicon.declare("low", {entry("low", 3), entry("so *2 sad", 4), entry("{missing}", 5)});
  CHECK(lexicon.find("low").has_value());
  REQUIRE(lexicon.problems().size() == 2);
  CHECK(lexicon.problems()[0].error.code == "WM306");
  CHECK(lexicon.problems()[0].place == SourcePlace{"words.json", 4, 5});
  CHECK(lexicon.problems()[1].error.code == "WM308");
  CHECK(lexicon.problems()[1].error.offset == 1);
  CHECK(language.vocabulary.find("low") != kUnknownWord);
}

TEST_CASE("lexicon: a set that contains itself, by whatever way") {
  struct Row {
    std::string b;
    std::string c;
    std::size_t problems;
  };
  const Row rows[] = {{"{c}", "low", 0},
                      {"{b}", "low", 1},
                      {"{a}", "low", 1},
                      {"{c}", "{a}", 1},
                      {"sad|{c}", "low", 1}};
  for (const Row& row : rows) {
    CAPTURE(row.b);
    CAPTURE(row.c);
    Language language;
    Lexicon lexicon(language);
    lexicon.declare("a", {entry("{b}")});
    lexicon.declare("b", {entry(row.b)});
    lexicon.declare("c", {entry(row.c)});
    lexicon.resolve_all();
    CHECK(lexicon.problems().size() == row.problems);
    const bool is_circle = row.problems > 0 && row.b.front() == '{';
    if (is_circle) CHECK(lexicon.problems()[0].error.code == "WM309");
  }
}

TEST_CASE("lexicon: every set is looked at, used or not") {
  Language language;
  Lexicon lexicon(language);
  lexicon.declare("fine", {entry("low")});
  lexicon.declare("broken", {entry("(low")});
  CHECK(lexicon.find("fine").has_value());
  CHECK(lexicon.problems().empty());
  CHECK(lexicon.unused() == std::vector<std::string>{"broken"});
  lexicon.resolve_all();
  REQUIRE(lexicon.problems().size() == 1);
  CHECK(lexicon.problems()[0].error.code == "WM303");
}

}  // namespace waymark
