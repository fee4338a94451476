#include <doctest/doctest.h>

#include <algorithm>

#include "engine/api/dialog_map.h"
#include "tests/fakes/small_pack.h"

namespace waymark {

namespace {

DialogMap map_of(const fakes::SmallPack& pack) {
  MapResult result = map_dialogs(pack.source(), fakes::kToday);
  REQUIRE(result.map.has_value());
  return std::move(*result.map);
}

const MapNode& node_at(const DialogMap& map, std::string_view id) {
  const auto found = std::ranges::find(map.nodes, id, &MapNode::id);
  REQUIRE_MESSAGE(found != map.nodes.end(), id);
  return *found;
}

std::vector<std::string> ways_from(const DialogMap& map, std::string_view id) {
  std::vector<std::string> ways;
  for (const MapEdge& edge : map.edges) {
    if (map.nodes[edge.from].id == id) ways.push_back(edge.label + ": " + map.nodes[edge.to].id);
  }
  return ways;
}

using Ways = std::vector<std::string>;

}  // namespace

TEST_CASE("dialog map: the crisis plan comes first, then the flows by name") {
  const DialogMap map = map_of(fakes::SmallPack());
  Ways clusters;
  for (const MapCluster& cluster : map.clusters) clusters.push_back(cluster.id);
  CHECK(clusters == Ways{"crisis plan", "chat.thanks", "depression.feeling_low", "fallback",
                         "help.cost", "help.nation", "ipt.what_is", "welcome"});
  CHECK(map.clusters[4].begins == Ways{"The cost of therapy"});
  CHECK(map.elsewhere.empty());
}

TEST_CASE("dialog map: every kind of node has its role, its words and its ways") {
  const DialogMap map = map_of(fakes::SmallPack());
  struct Row {
    const char* id;
    const char* kind;
    MapRole role;
    const char* words;
    Ways ways;
  };
  const std::vector<Row> rows = {
      {"help.cost/place",
       "call",
       MapRole::Calls,
       "runs help.nation",
       {"runs: help.cost/place>help.nation", "then: help.cost/by_nation"}},
      {"help.cost/by_nation",
       "branch",
       MapRole::Decides,
       "",
       {"nation is scotland: help.cost/scottish",
        "nation is england and not (sessions is…: help.cost/online",
        "otherwise: help.cost/elsewhere"}},
      {"help.cost/elsewhere", "say", MapRole::Says, "Prices differ.", {": help.cost/online"}},
      {"help.cost/online",
       "ask",
       MapRole::Asks,
       "Would online do?",
       {"Yes: help.cost/plan", "No: help.cost/done"}},
      {"help.cost/plan", "set", MapRole::Works, "sessions = 16", {": help.cost/length"}},
      {"help.cost/done", "end", MapRole::Ends, "", {}},
      {"welcome/menu",
       "ask",
       MapRole::Asks,
       "What brings you here?",
       {"What is IPT?: welcome/menu>ipt.what_is", "The cost of therapy: welcome/menu>help.cost"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.id);
    const MapNode& node = node_at(map, row.id);
    CHECK(node.kind == row.kind);
    CHECK(node.role == row.role);
    CHECK(node.words == row.words);
    CHECK(ways_from(map, row.id) == row.ways);
  }
  CHECK(node_at(map, "help.cost/place").is_start);
  CHECK(!node_at(map, "help.cost/plan").is_start);
  CHECK(node_at(map, "welcome/menu>help.cost").role == MapRole::Leaves);
}

TEST_CASE("dialog map: risk leads from anywhere to every plan") {
  const DialogMap map = map_of(fakes::SmallPack());
  CHECK(map.nodes[0].role == MapRole::Risk);
  CHECK(ways_from(map, map.nodes[0].id).size() == 9);
  const MapNode& plan = node_at(map, "safety.suicide/every tier");
  CHECK(plan.role == MapRole::Plan);
  CHECK(plan.words ==
        "You are not alone with this.\nthen offers depression.feeling_low, help.cost");
}

TEST_CASE("dialog map: what a check of the graph found stands at its node") {
  fakes::SmallPack pack;
  pack.replace("flows/fallback.json", "\"done\": {", "\"lost\": {\"kind\": \"end\"}, \"done\": {");
  const DialogMap map = map_of(pack);
  const auto& findings = node_at(map, "fallback/lost").findings;
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].starts_with("WM503 Nothing leads to"));
  CHECK(node_at(map, "fallback/done").findings.empty());
}

TEST_CASE("dialog map: what a walk through all talks found stands at its node") {
  fakes::SmallPack pack;
  pack.replace("flows/welcome.json", "\"next\": \"flow:ipt.what_is\"", "\"next\": \"menu\"");
  pack.replace("flows/welcome.json", "\"next\": \"flow:help.cost\"", "\"next\": \"menu\"");
  const DialogMap map = map_of(pack);
  const auto& findings = node_at(map, "welcome/menu").findings;
  REQUIRE(!findings.empty());
  CHECK(findings[0].starts_with("WM80"));
}

TEST_CASE("dialog map: broken references leave nothing to draw") {
  fakes::SmallPack pack;
  pack.replace("flows/welcome.json", "\"next\": \"menu\"", "\"next\": \"menuu\"");
  const MapResult result = map_dialogs(pack.source(), fakes::kToday);
  CHECK(!result.map.has_value());
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].code == "WM203");
  CHECK(!map_dialogs(PackSource{}, fakes::kToday).map.has_value());
}

TEST_CASE("dialog map: visits are counted by node") {
  DialogMap map = map_of(fakes::SmallPack());
  RehearsalReport report;
  report.played.push_back({.path = {"help.cost/place", "help.nation/known", "no/where"}});
  report.played.push_back({.path = {"help.cost/place"}});
  mark_visits(map, report);
  CHECK(map.has_visits);
  CHECK(node_at(map, "help.cost/place").visits == 2);
  CHECK(node_at(map, "help.nation/known").visits == 1);
  CHECK(node_at(map, "help.nation/ask").visits == 0);
}

TEST_CASE("dialog map: one flow alone has the crisis plan as one node") {
  const DialogMap map = map_of(fakes::SmallPack());
  const auto part = only_flow(map, "help.cost");
  REQUIRE(part.has_value());
  REQUIRE(part->clusters.size() == 2);
  CHECK(part->clusters[0].nodes.size() == 2);
  CHECK(part->nodes[1].words ==
        "suicide, emergency, child, harm_others, abuse, self_harm, "
        "psychosis, other_person");
  CHECK(ways_from(*part, "help.cost/place").size() == 2);
  CHECK(!only_flow(map, "no.such.flow").has_value());
}

}  // namespace waymark
