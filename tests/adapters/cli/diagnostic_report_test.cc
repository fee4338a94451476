#include "adapters/cli/diagnostic_report.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

namespace waymark {

namespace {

CheckResult broken() {
  return {{"a.json is a link."},
          {{"WM201", Severity::Error, {"b.json", 3, 5}, "Wrong.", "Mend it."},
           {"WM301", Severity::Warning, {"c.json", 1, 1}, "Odd.", ""}},
          nullptr};
}

BundleSummary summary() {
  BundleSummary summary;
  summary.pack = "tea";
  summary.version = "1.2.3";
  summary.intents = 1;
  summary.patterns = 2;
  return summary;
}

}  // namespace

TEST_CASE("diagnostic report: as text, one line a problem and one that sums up") {
  CHECK(text_report(broken()) ==
        "a.json is a link.\n"
        "WM201 b.json:3:5 Wrong. Mend it.\n"
        "WM301 warning c.json:1:1 Odd.\n"
        "2 errors, 1 warning.\n");
  const BundleSummary good = summary();
  CHECK(text_report({{}, {}, &good}) ==
        "tea 1.2.3: 1 intent, 2 patterns, 0 risk rules, 0 flows of 0 nodes, 0 prompts, "
        "0 services. No problems.\n");
  CHECK(text_report({{}, {}, &good, ProofReport{3, 20, 12, {}}})
            .ends_with("3 states of a talk proved in 20 turns, 12 of them at risk. "
                       "No problems.\n"));
}

TEST_CASE("diagnostic report: below a fault in a phrase stands its line, where it is known") {
  CheckResult result = broken();
  result.source.packs = {
      {{"b.json", "b.json", "1\n2\n  \"b (\""}, {"c.json", "c.json", "\"c (\""}}};
  CHECK(text_report(result).find("c.json:1:1 Odd.\n    \"c (\"\n    ^\n") != std::string::npos);
  CHECK(text_report(result).find("b (") == std::string::npos);
}

TEST_CASE("diagnostic report: as JSON") {
  const auto json = nlohmann::json::parse(json_report(broken()));
  CHECK(json["ok"] == false);
  CHECK(json["problems"].size() == 3);
  CHECK(json["problems"][0]["code"] == "unreadable");
  CHECK(json["problems"][1]["line"] == 3);
  CHECK(json["problems"][2]["severity"] == "warning");
  const BundleSummary good = summary();
  const auto fine = nlohmann::json::parse(json_report({{}, {}, &good, ProofReport{3, 20, 12, {}}}));
  CHECK(fine["ok"] == true);
  CHECK(fine["proof"]["crises"] == 12);
  CHECK(fine["summary"]["patterns"] == 2);
}

TEST_CASE("diagnostic report: as SARIF 2.1.0") {
  const auto sarif = nlohmann::json::parse(sarif_report(broken()));
  CHECK(sarif["version"] == "2.1.0");
  const auto& run = sarif["runs"][0];
  CHECK(run["tool"]["driver"]["name"] == "waymark check");
  CHECK(run["tool"]["driver"]["rules"].size() == 3);
  CHECK(run["results"][1]["ruleId"] == "WM201");
  CHECK(run["results"][1]["message"]["text"] == "Wrong. Mend it.");
  const auto& place = run["results"][1]["locations"][0]["physicalLocation"];
  CHECK(place["artifactLocation"]["uri"] == "b.json");
  CHECK(place["region"]["startColumn"] == 5);
  CHECK_FALSE(run["results"][0].contains("locations"));
}

}  // namespace waymark
