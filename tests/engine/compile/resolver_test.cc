#include "engine/compile/resolver.h"

#include <doctest/doctest.h>

#include "tests/fakes/pack_fault.h"

namespace waymark {
namespace {

PlacedText placed(std::string text, std::uint32_t line = 1) {
  return {std::move(text), {"a.json", line, 1}};
}

}  // namespace

TEST_CASE("name table: names get numbers in their order") {
  Findings findings;
  NameTable names("prompt", "WM201");
  CHECK(names.declare(placed("b"), findings));
  CHECK(names.declare(placed("a"), findings));
  CHECK(names.size() == 2);
  CHECK(names.lookup("b") == 0U);
  CHECK(names.lookup("a") == 1U);
  CHECK_FALSE(names.lookup("c").has_value());
  CHECK(names.name(1) == "a");
  CHECK(findings.take_sorted().empty());
}

TEST_CASE("name table: what was asked for is used") {
  Findings findings;
  NameTable names("prompt", "WM201");
  names.declare(placed("a"), findings);
  names.declare(placed("b"), findings);
  CHECK(names.find(placed("b"), findings) == 1U);
  CHECK_FALSE(names.is_used(0));
  CHECK(names.is_used(1));
}

TEST_CASE("name table: an empty name is no name and no second finding") {
  Findings findings;
  NameTable names("prompt", "WM201");
  CHECK_FALSE(names.declare(placed(""), findings));
  CHECK_FALSE(names.find(placed(""), findings).has_value());
  CHECK(findings.take_sorted().empty());
}

TEST_CASE("name table: names that cannot be") {
  Findings findings;
  NameTable names("flow", "WM202");
  names.declare(placed("a", 1), findings);
  CHECK_FALSE(names.declare(placed("a", 2), findings));
  names.declare(placed("Not An Id", 3), findings);
  CHECK_FALSE(names.find(placed("missing", 4), findings).has_value());
  const std::vector<Diagnostic> found = findings.take_sorted();
  REQUIRE(found.size() == 3);
  const std::string codes[] = {"WM207", "WM114", "WM202"};
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(found[i].code == codes[i]);
    CHECK(found[i].place.line == i + 2);
  }
  CHECK(found[0].message.find("flow \"a\"") != std::string::npos);
}

// Two words that FNV-1a gives the same 32 bits.
TEST_CASE("name table: two names with one number are refused") {
  REQUIRE(stable_id("costarring") == stable_id("liquid"));
  Findings findings;
  NameTable names("slot", "WM206");
  names.declare(placed("liquid", 1), findings);
  names.declare(placed("costarring", 2), findings);
  const std::vector<Diagnostic> found = findings.take_sorted();
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "WM208");
  CHECK(found[0].place.line == 2);
  CHECK(found[0].message.find("liquid") != std::string::npos);
}

TEST_CASE("nearest name: the one that was meant, or none") {
  const std::vector<std::string> names = {"help.cost", "help.nation", "ipt.what_is", "welcome"};
  const std::pair<std::string, std::string> rows[] = {
      {"help.cots", "help.cost"}, {"welcom", "welcome"}, {"ipt.whatis", "ipt.what_is"},
      {"help.cost", "help.cost"}, {"zzzzzz", ""},        {"x", ""}};
  for (const auto& [typed, near] : rows) {
    CAPTURE(typed);
    CHECK(nearest_name(typed, names) == near);
  }
  CHECK(nearest_name("help", {}) == "");
}

TEST_CASE("resolver: a missing name is reported with the nearest one") {
  Findings findings;
  Resolver resolver(findings);
  resolver.prompts.declare(placed("welcome.hello"), findings);
  CHECK_FALSE(resolver.prompt(placed("welcome.hallo", 7)).has_value());
  CHECK_FALSE(resolver.prompt(placed("crisis", 8)).has_value());
  const std::vector<Diagnostic> found = findings.take_sorted();
  REQUIRE(found.size() == 2);
  CHECK(found[0].remedy.find("\"welcome.hello\"") != std::string::npos);
  CHECK(found[1].remedy.find("welcome.hello") == std::string::npos);
}

TEST_CASE("resolver: names of every kind that are not there") {
  fakes::check_faults({
      {"a prompt", "flows/fallback.json", "fallback.sorry", "fallback.sory", "WM201",
       "fallback.sory"},
      {"a flow", "pack.json", "\"start\": \"welcome\"", "\"start\": \"welcom\"", "WM202",
       "welcom\""},
      {"a node", "flows/fallback.json", "\"next\": \"done\"", "\"next\": \"dona\"", "WM203",
       "dona"},
      {"a service", "flows/help.cost.json", "\"clinic\"", "\"clinc\"", "WM204", "clinc"},
      {"an intent", "pack.json", "\"help.cost\"]", "\"help.price\"]", "WM205", "help.price"},
      {"a slot", "flows/help.nation.json", "{\"slot\": \"nation\"", "{\"slot\": \"natoin\"",
       "WM206", "natoin"},
  });
}

TEST_CASE("resolver: names that stand twice, are no ids, or share their number") {
  const std::string slots = "\"wants_online\": {\"type\": \"yes_no\"}";
  fakes::check_faults({
      {"an intent again", "intents/talk.json", "{\"id\": \"command.stop\"",
       "{\"id\": \"command.back\"", "WM207",
       "command.back\", \"class\": \"command\", \"title\": "
       "\"command.stop.title\""},
      {"a service again", "services.json", "{\"id\": \"shout\"", "{\"id\": \"samaritans\"", "WM207",
       "samaritans\", \"name\": \"Shout\""},
      {"a flow again", "flows/z.json", "",
       R"({"flow": "welcome", "start": "a", "nodes": {"a": {"kind": "end"}}})", "WM207", "welcome"},
      {"a prompt that is no id", "prompts/en-GB/more.json", "",
       R"({"locale": "en-GB", "prompts": {"Big One": "Words."}})", "WM114", "\"Big One\""},
      {"slots with one number", "pack.json", slots,
       slots + ", \"liquid\": {\"type\": \"yes_no\"}, \"costarring\": {\"type\": \"yes_no\"}",
       "WM208", "\"costarring\""},
  });
}

}  // namespace waymark
