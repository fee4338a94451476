#include "engine/verify/coverage_map.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "engine/api/rehearsal.h"
#include "tests/engine/turn/conversation.h"

namespace waymark {

namespace {

constexpr UtcSeconds kNow{std::chrono::seconds(1'795'000'000)};

struct Visited {
  std::vector<CoverageItem> items;
  std::vector<bool> covered;

  [[nodiscard]] bool has(CoverageKind kind, std::string_view name) const {
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (items[i].kind == kind && items[i].name == name) return covered[i];
    }
    FAIL("there is no " << name);
    return false;
  }
};

Visited visit(const std::string& chat) {
  const fakes::SmallPack pack;
  const BundlePtr& bundle = fakes::shared_small_bundle();
  return {coverage_items(*bundle, pack.source()),
          rehearse(*bundle, {"talk.chat", "talk.chat", chat}, {kNow, {}}).covered};
}

}  // namespace

TEST_CASE("coverage map: a turn marks its nodes, edges, meaning, words and language") {
  const Visited visited = visit("user: what is ipt\nchoose: yes\n");
  CHECK(visited.has(CoverageKind::Node, "ipt.what_is/long"));
  CHECK(visited.has(CoverageKind::Edge, "ipt.what_is/more/yes → ipt.what_is/long"));
  CHECK(visited.has(CoverageKind::Edge, "ipt.what_is/short → ipt.what_is/more"));
  CHECK(visited.has(CoverageKind::Intent, "ipt.what_is"));
  CHECK(visited.has(CoverageKind::Prompt, "ipt.what_is.long"));
  CHECK_MESSAGE(visited.has(CoverageKind::Prompt, "clinic.label"), "the link of a card");
  CHECK_MESSAGE(visited.has(CoverageKind::Prompt, "help.cost.title"), "a label of the welcome");
  CHECK(visited.has(CoverageKind::Locale, "en-GB"));
  CHECK_FALSE(visited.has(CoverageKind::Edge, "ipt.what_is/more/no → ipt.what_is/done"));
  CHECK_FALSE(visited.has(CoverageKind::Intent, "help.cost"));
  CHECK_FALSE(visited.has(CoverageKind::Node, "help.cost/place"));
}

TEST_CASE("coverage map: what comes behind a called flow is an edge of the call") {
  const std::string edge = "help.cost/place (return) → help.cost/by_nation";
  CHECK_FALSE(visit("user: how much is therapy\n").has(CoverageKind::Edge, edge));
  CHECK(visit("user: how much is therapy\nchoose: wales\n").has(CoverageKind::Edge, edge));
}

TEST_CASE("coverage map: things have the places where they are written") {
  const fakes::SmallPack pack;
  for (const CoverageItem& item : visit("user: zzz\n").items) {
    CAPTURE(item.name);
    CHECK(item.place.file.starts_with("small/"));
    CHECK(item.place.line >= 1);
    CHECK_MESSAGE(!item.name.starts_with("engine.hours"), "which of them is said is up to the day");
    if (item.name.starts_with("welcome/menu/cost ")) {
      CHECK(item.place.file == "small/flows/welcome.json");
      CHECK(item.place.line == pack.place_of("flows/welcome.json", "\"cost\"").line);
    }
  }
}

TEST_CASE("coverage map: kinds have names") {
  CHECK(name_of(CoverageKind::Node) == "nodes");
  CHECK(name_of(CoverageKind::Locale) == "locales");
}

}  // namespace waymark
