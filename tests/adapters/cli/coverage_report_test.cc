#include "adapters/cli/coverage_report.h"

#include <doctest/doctest.h>

namespace waymark {

namespace {

const std::vector<CoverageItem>& some_items() {
  static const std::vector<CoverageItem> items = {
      {CoverageKind::Node, "a/one", {"flows/a.json", 3, 1}},
      {CoverageKind::Node, "a/two", {"flows/a.json", 9, 1}},
      {CoverageKind::Edge, "a/one → a/two", {"flows/a.json", 3, 1}},
      {CoverageKind::Locale, "en-GB", {"pack.json", 2, 1}}};
  return items;
}

}  // namespace

TEST_CASE("coverage report: counts by kind, with a share") {
  const CoverageCounts counts = count_covered(some_items(), {true, false, false, true});
  CHECK(counts[0].covered == 1);
  CHECK(counts[0].all == 2);
  CHECK(counts[0].share() == 0.5);
  CHECK(counts[1].share() == 0.0);
  CHECK_MESSAGE(counts[2].share() == 1.0, "nothing to cover");
  CHECK(coverage_table(counts).find("nodes       1        2        0.500\n") != std::string::npos);
}

TEST_CASE("coverage report: a share is never rounded up") {
  CHECK(share_text(0.9499) == "0.949");
  CHECK(share_text(0.95) == "0.950");
  CHECK(share_text(1.0) == "1.000");
  CHECK(share_text(0.0) == "0.000");
}

TEST_CASE("coverage report: what is not covered, with its place") {
  CHECK(uncovered_list(some_items(), {true, false, false, true}) ==
        "\nNot covered, nodes:\n"
        "flows/a.json:9  a/two\n"
        "\nNot covered, edges:\n"
        "flows/a.json:3  a/one → a/two\n");
  CHECK(uncovered_list(some_items(), {true, true, true, true}).empty());
}

TEST_CASE("coverage report: as JSON") {
  std::string json;
  append_coverage_json(json, some_items(), {true, false, true, true});
  CHECK(json.starts_with(R"({"nodes":{"covered":1,"all":2,"share":0.5,"missing":[{"name":"a/two",)"
                         R"("file":"flows/a.json","line":9}]},"edges":)"));
}

}  // namespace waymark
