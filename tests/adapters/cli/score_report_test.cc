#include "adapters/cli/score_report.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

namespace waymark {

namespace {

std::vector<ScoredText> some_texts() {
  return {
      {{"price?", "help.cost", {}, "", ""}, {"help.cost", "", {}}},
      {{"money", "help.cost", {}, "", ""}, {"none", "", {"help.cost"}}},
      {{"i want to die", "safety.suicide", {}, "explicit", ""}, {"none", "safety.suicide", {}}}};
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("score report: tables") {
  const std::vector<ScoredText> texts = some_texts();
  const std::string report = score_text(score(texts), texts, Misses::Counted);
  for (const char* part : {"0.667      2 of 3", "1.000      3 of 3", "tier explicit, category",
                           "help.cost                      2          1.000      0.500      0.667",
                           "none                           1\n"}) {
    CHECK_MESSAGE(holds(report, part), report);
  }
  CHECK_FALSE(holds(report, "Misses"));
  CHECK(holds(score_text(score(texts), texts, Misses::Listed),
              "help.cost taken for none (suggested): money\n"));
}

TEST_CASE("score report: JSON") {
  const std::vector<ScoredText> texts = some_texts();
  const auto json = nlohmann::json::parse(score_json(score(texts), texts, Misses::Listed));
  CHECK(json["accuracy"]["hits"] == 2);
  CHECK(json["labels"]["help.cost"]["recall"] == 0.5);
  CHECK(json["safety_by_tier"]["explicit"]["category"]["rate"] == 1);
  CHECK(json["confusions"][0]["predicted"] == "none");
  CHECK(json["misses"][0]["suggestions"][0] == "help.cost");
  CHECK_FALSE(
      nlohmann::json::parse(score_json(score(texts), texts, Misses::Counted)).contains("misses"));
}

}  // namespace waymark
