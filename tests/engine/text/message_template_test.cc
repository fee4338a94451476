#include "engine/text/message_template.h"

#include <doctest/doctest.h>

namespace waymark {
namespace {

std::string formatted(std::string_view pattern, const std::vector<TemplateArgument>& arguments) {
  const auto parsed = MessageTemplate::parse("en_GB", pattern);
  REQUIRE(parsed.has_value());
  return parsed->format(arguments);
}

}  // namespace

TEST_CASE("message template: arguments are filled in") {
  struct Row {
    std::string pattern;
    std::vector<TemplateArgument> arguments;
    std::string words;
  };
  const std::string plural = "{count, plural, =0 {none} one {# session} other {# sessions}}";
  const Row rows[] = {
      {"", {}, ""},
      {"Plain words, I’m sure.", {}, "Plain words, I’m sure."},
      {"Two\n\nparagraphs", {}, "Two\n\nparagraphs"},
      {"It is 'so'.", {}, "It is 'so'."},
      {"Quoted '{braces}'", {}, "Quoted {braces}"},
      {"In {nation}.", {{"nation", "Scotland"}}, "In Scotland."},
      {"{a} {b} {a}", {{"b", "two"}, {"a", "one"}}, "one two one"},
      {"{count}", {{"count", 1200}}, "1,200"},
      {plural, {{"count", 0}}, "none"},
      {plural, {{"count", 1}}, "1 session"},
      {plural, {{"count", 16}}, "16 sessions"},
      {"{nation, select, wales {Helo} other {Hello}}", {{"nation", "wales"}}, "Helo"},
      {"{nation, select, wales {Helo} other {Hello}}", {{"nation", "england"}}, "Hello"},
      {"{nation}", {{"nation", "{sessions}"}, {"sessions", 3}}, "{sessions}"},
      {"In {nation}.", {}, "In {nation}."},
      {"In {nation}.", {{"sessions", 3}}, "In {nation}."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.pattern);
    CHECK(formatted(row.pattern, row.arguments) == row.words);
  }
}

TEST_CASE("message template: names its arguments in order, each once") {
  struct Row {
    std::string pattern;
    std::vector<std::string> names;
  };
  const Row rows[] = {
      {"none", {}},
      {"{b} {a} {b}", {"a", "b"}},
      {"{count, plural, one {# in {nation}} other {# of {town}}}", {"count", "nation", "town"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.pattern);
    const auto parsed = MessageTemplate::parse("en_GB", row.pattern);
    REQUIRE(parsed.has_value());
    CHECK(parsed->argument_names() == row.names);
  }
}

TEST_CASE("message template: a broken text is refused with a sentence") {
  struct Row {
    std::string pattern;
    std::string says;
  };
  const Row rows[] = {
      {"{nation", "at character"},
      {"abc } {", "at character"},
      {"{count, plural, one {#}}", "at character"},
      {"{count, nonsense}", "no valid MessageFormat"},
      {"{}", "at character 2"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.pattern);
    const auto parsed = MessageTemplate::parse("en_GB", row.pattern);
    REQUIRE_FALSE(parsed.has_value());
    CAPTURE(parsed.error());
    CHECK(parsed.error().find(row.says) != std::string::npos);
  }
}

}  // namespace waymark
