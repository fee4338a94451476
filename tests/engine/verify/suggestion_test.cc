#include "engine/api/suggestion.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "engine/api/coverage.h"
#include "engine/api/rehearsal.h"
#include "tests/engine/turn/conversation.h"

namespace waymark {

namespace {

constexpr UtcSeconds kNow{std::chrono::seconds(1'795'000'000)};

std::vector<std::string> suggested(const std::vector<bool>& covered, std::size_t most = 40) {
  return suggest_talks(*fakes::shared_small_bundle(), fakes::SmallPack().source(), covered,
                       {kNow, most});
}

}  // namespace

TEST_CASE("suggestion: the talks hold, and visit every node and edge that can be visited") {
  std::string all;
  for (const std::string& talk : suggested({})) all += talk + '\n';
  const BundlePtr& bundle = fakes::shared_small_bundle();
  const RehearsalReport report = rehearse(*bundle, {"new.chat", "new.chat", all}, {kNow, {}});
  CHECK(report.failures() == 0);
  CHECK(report.checks() > 20);
  const auto items = coverage_items(*bundle, fakes::SmallPack().source());
  for (std::size_t i = 0; i < items.size(); ++i) {
    CAPTURE(items[i].name);
    if (items[i].kind == CoverageKind::Node) CHECK(report.covered[i]);
    // Sixteen sessions are twelve at least: this case always holds.
    const bool is_dead = items[i].name == "help.cost/length → help.cost/done";
    if (items[i].kind == CoverageKind::Edge) CHECK(report.covered[i] == !is_dead);
  }
}

TEST_CASE("suggestion: nothing for what is visited, and no more than is asked for") {
  const auto items = coverage_items(*fakes::shared_small_bundle(), fakes::SmallPack().source());
  CHECK(suggested(std::vector<bool>(items.size(), true)).empty());
  CHECK(suggested({}, 2).size() == 2);
}

TEST_CASE("suggestion: a talk reads as a test") {
  const std::vector<std::string> talks = suggested({});
  const auto yes = std::ranges::find_if(talks, [](const std::string& talk) {
    return talk.find("bot: ipt.what_is.long") != std::string::npos;
  });
  REQUIRE(yes != talks.end());
  CHECK(yes->starts_with("# Visits "));
  CHECK(yes->find("\nuser: what is ipt?\nintent: ipt.what_is\nbot: ipt.what_is.short\n") !=
        std::string::npos);
}

}  // namespace waymark
