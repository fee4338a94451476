#include "adapters/cli/graph_look.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

namespace waymark {

namespace {

// The relative luminance of "#rrggbb" (WCAG 2.2).
double luminance(std::string_view colour) {
  const auto channel = [colour](std::size_t at) {
    const double value = std::stoi(std::string(colour.substr(at, 2)), nullptr, 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

double contrast(std::string_view dark, std::string_view light) {
  return (luminance(light) + 0.05) / (luminance(dark) + 0.05);
}

}  // namespace

TEST_CASE("graph look: dark text is legible on every fill") {
  for (int role = 0; role <= static_cast<int>(MapRole::Plan); ++role) {
    const GraphLook look = look_of(static_cast<MapRole>(role));
    CAPTURE(look.name);
    CHECK(contrast(kInk, look.fill) > 7);
    CHECK(contrast(kFaintInk, look.fill) > 4.5);
  }
  for (const GraphLook& look : {kFindingLook, kVisitedLook, kUnvisitedLook}) {
    CHECK(contrast(kInk, look.fill) > 7);
    CHECK(contrast(kFindingInk, look.fill) > 4.5);
  }
}

TEST_CASE("graph look: a finding shows above a visit, and a visit above the kind") {
  DialogMap map;
  MapNode node{.id = "a/b", .role = MapRole::Says};
  CHECK(look_of(map, node).name == "says");
  map.has_visits = true;
  CHECK(look_of(map, node).name == "unvisited");
  node.visits = 1;
  CHECK(look_of(map, node).name == "visited");
  node.findings = {"WM805 a"};
  CHECK(look_of(map, node).name == "finding");
  CHECK(look_of(map, {.id = "risk", .role = MapRole::Risk}).name == "risk");
}

TEST_CASE("graph look: the legend explains what is in the map, each once") {
  DialogMap map;
  map.nodes = {{.id = "a", .role = MapRole::Ends},
               {.id = "b", .role = MapRole::Says},
               {.id = "c", .role = MapRole::Says},
               {.id = "d", .role = MapRole::Plan}};
  std::vector<std::string_view> names;
  for (const GraphLook& look : looks_in(map)) names.push_back(look.name);
  CHECK(names == std::vector<std::string_view>{"says", "ends", "plan"});
}

}  // namespace waymark
