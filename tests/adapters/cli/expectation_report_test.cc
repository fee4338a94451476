#include "adapters/cli/expectation_report.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

namespace waymark {

namespace {

Expectation missed() {
  Expectation expected;
  expected.id = "help.cost";
  expected.taken = "help.book";
  expected.reason = "None of its patterns matches.";
  expected.nearest = {"help.cost", "what does it cost", {"a.json", 7, 9}, {"cost"}, {"really"}};
  expected.has_cues = true;
  expected.compared = "help.book";
  expected.total = -120;
  expected.compared_total = 250;
  expected.cues = {{"dear", {"cues.json", 3, 1}, {0, 4}, 130}};
  return expected;
}

}  // namespace

TEST_CASE("expectation report: for people") {
  CHECK(expectation_text("is it dear", missed()) ==
        "Typed       is it dear\n"
        "Expected    help.cost\n"
        "Taken for   help.book\n"
        "Because     None of its patterns matches.\n"
        "Nearest     help.cost\n"
        "              pattern  \"what does it cost\"\n"
        "              written  a.json:7:9\n"
        "              missing  cost\n"
        "              between  really\n"
        "All told    -1.20 for help.cost, +2.50 for help.book\n"
        "            what speaks for and against help.cost\n"
        "              +1.30  \"dear\"  cues.json:3\n"
        "            nothing speaks for or against help.book\n");
  Expectation held = missed();
  held.nearest.reset();
  held.has_cues = false;
  CHECK(expectation_text("x", held).find("no pattern has a word") != std::string::npos);
  held.matches = {{"rule.one", "die", {"r.json", 1, 2}, {0, 3}, 0, 1, 3, "scope: past"}};
  const std::string text = expectation_text("x", held);
  CHECK(text.find("Matched     rule.one\n") != std::string::npos);
  CHECK(text.find("held back by \"scope: past\"") != std::string::npos);
  CHECK(text.find("Nearest") == std::string::npos);
}

TEST_CASE("expectation report: for programs") {
  const auto json = nlohmann::json::parse(expectation_json("is it dear", missed()));
  CHECK(json["expected"] == "help.cost");
  CHECK(json["met"] == false);
  CHECK(json["taken"] == "help.book");
  CHECK(json["nearest"]["missing"][0] == "cost");
  CHECK(json["nearest"]["line"] == 7);
  CHECK(json["cues"]["total"] == -1.2);
  CHECK(json["cues"]["shares"][0]["cue"] == "dear");
  CHECK(json["cues"]["compared"] == "help.book");
  Expectation bare = missed();
  bare.nearest.reset();
  bare.has_cues = false;
  const auto nothing = nlohmann::json::parse(expectation_json("x", bare));
  CHECK(nothing["nearest"].is_null());
  CHECK(nothing["cues"].is_null());
}

}  // namespace waymark
