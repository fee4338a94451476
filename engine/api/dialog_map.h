#pragma once
// The dialog graph of a pack as something to draw: a cluster a flow, with readable words, what the
// proofs found, and what conversation tests visited. Values; any thread.
//
//   MapResult result = map_dialogs(source, today);
//   if (result.map) show(*only_flow(*result.map, "help.cost"));

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/content.h"
#include "engine/api/diagnostic.h"
#include "engine/api/rehearsal.h"

namespace waymark {

// What a node does for whom looks at the graph; several kinds of nodes may share one role.
enum class MapRole : std::uint8_t {
  Says,     // shows something and goes on
  Asks,     // shows something and waits
  Decides,  // goes on by conditions
  Works,    // changes what is remembered, unseen
  Calls,    // runs another flow and comes back
  Ends,
  Leaves,  // where a flow goes over to another one: no node of the pack
  Risk,    // any message at risk, from anywhere: no node of the pack
  Plan     // an entry of the crisis plan
};

struct MapNode {
  std::string id;    // "help.cost/menu"; unique in the map
  std::string name;  // "menu"
  std::string kind;  // as authors write it: "ask"
  MapRole role = MapRole::Says;
  bool is_start = false;              // of its flow
  std::string words;                  // the first of what is shown, or what it does
  SourcePlace place;                  // empty file where there is none
  std::vector<std::string> findings;  // "WM805 a sentence"
  std::size_t visits = 0;             // by conversation tests
};

struct MapEdge {
  std::size_t from = 0;  // numbers of nodes
  std::size_t to = 0;
  std::string label;  // a choice's words, a condition
};

// A flow, or the crisis plan.
struct MapCluster {
  std::string id;                   // the flow's; kCrisisCluster for the plan
  std::vector<std::string> begins;  // titles of the intents that start it
  std::vector<std::size_t> nodes;   // in the order of the file
};

inline constexpr std::string_view kCrisisCluster = "crisis plan";

struct DialogMap {
  std::vector<MapCluster> clusters;  // the crisis plan first, then flows by name
  std::vector<MapNode> nodes;
  std::vector<MapEdge> edges;  // within a cluster; another flow is reached through a node Leaves
  std::vector<Diagnostic> elsewhere;  // findings that are about no node
  bool has_visits = false;
};

struct MapResult {
  std::optional<DialogMap> map;         // nothing when the pack does not hold together
  std::vector<Diagnostic> diagnostics;  // all, in the map or not
};

// Builds the graph and proves it. A pack whose graph has faults is drawn with them; one with broken
// references has no graph.
[[nodiscard]] MapResult map_dialogs(const PackSource& source, std::chrono::year_month_day today);

// Adds the nodes that the turns of the report went through.
void mark_visits(DialogMap& map, const RehearsalReport& report);

// The map of one flow, with the crisis plan as a single node. Nothing when there is no such flow.
[[nodiscard]] std::optional<DialogMap> only_flow(const DialogMap& map, std::string_view flow);

}  // namespace waymark
