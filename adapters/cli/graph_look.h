#pragma once
// How the nodes of a dialog graph look, whatever draws them. Dark text is legible on every fill
// (contrast 7 to 1 and more). Stateless; any thread.

#include <string_view>
#include <vector>

#include "engine/api/dialog_map.h"

namespace waymark {

inline constexpr std::string_view kInk = "#212b32";
inline constexpr std::string_view kFaintInk = "#4c6272";
inline constexpr std::string_view kCrisisInk = "#a30f1c";
inline constexpr std::string_view kFindingInk = "#8f3400";

struct GraphLook {
  std::string_view name;  // of the class in Mermaid
  std::string_view fill;
  std::string_view border;
  std::string_view meaning;  // in the legend
};

inline constexpr GraphLook kFindingLook = {"finding", "#ffdcb0", "#b34700",
                                           "a proof found something"};
inline constexpr GraphLook kVisitedLook = {"visited", "#d5efdb", "#00703c",
                                           "visited by a conversation test"};
inline constexpr GraphLook kUnvisitedLook = {"unvisited", "#ffffff", "#8f3400", "visited by none"};

[[nodiscard]] GraphLook look_of(MapRole role);

// The look of a node with what was found and visited.
[[nodiscard]] GraphLook look_of(const DialogMap& map, const MapNode& node);

// The looks that a legend of this map explains, in order.
[[nodiscard]] std::vector<GraphLook> looks_in(const DialogMap& map);

}  // namespace waymark
