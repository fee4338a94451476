#include "adapters/cli/graph_look.h"

#include <algorithm>

namespace waymark {

namespace {

bool is_of_pack(const MapNode& node) {
  return node.role != MapRole::Leaves && node.role != MapRole::Risk && node.role != MapRole::Plan;
}

}  // namespace

GraphLook look_of(MapRole role) {
  switch (role) {
    case MapRole::Says: return {"says", "#e3eefa", "#005eb8", "says something, goes on"};
    case MapRole::Asks: return {"asks", "#fff3c4", "#7a5c00", "asks, and waits"};
    case MapRole::Decides: return {"decides", "#efe6f8", "#5b3a8c", "decides by conditions"};
    case MapRole::Works: return {"works", "#e9eef0", "#4c6272", "remembers something"};
    case MapRole::Calls: return {"calls", "#daf2ea", "#00664f", "runs another flow, comes back"};
    case MapRole::Ends: return {"ends", "#ffffff", "#4c6272", "ends the flow"};
    case MapRole::Leaves: return {"leaves", "#ffffff", "#8a99a3", "goes over to that flow"};
    case MapRole::Risk: return {"risk", "#f9cfd2", "#a30f1c", "somebody is at risk"};
    case MapRole::Plan: return {"plan", "#fde8e8", "#a30f1c", "crisis help, before anything else"};
  }
  return {};
}

GraphLook look_of(const DialogMap& map, const MapNode& node) {
  if (!node.findings.empty()) return kFindingLook;
  if (!map.has_visits || !is_of_pack(node)) return look_of(node.role);
  return node.visits > 0 ? kVisitedLook : kUnvisitedLook;
}

std::vector<GraphLook> looks_in(const DialogMap& map) {
  std::vector<GraphLook> looks;
  const auto add = [&looks](const GraphLook& look) {
    const bool is_there = std::ranges::find(looks, look.name, &GraphLook::name) != looks.end();
    if (!is_there && look.name != look_of(MapRole::Risk).name) looks.push_back(look);
  };
  for (const MapRole role : {MapRole::Says, MapRole::Asks, MapRole::Decides, MapRole::Works,
                             MapRole::Calls, MapRole::Ends, MapRole::Leaves, MapRole::Plan}) {
    for (const MapNode& node : map.nodes) {
      if (node.role == role) add(look_of(map, node));
    }
  }
  return looks;
}

}  // namespace waymark
