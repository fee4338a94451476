#pragma once
// A dialog map of two flows for tests of what draws one.

#include "engine/api/dialog_map.h"

namespace waymark::fakes {

inline DialogMap small_map() {
  DialogMap map;
  map.clusters = {{"crisis plan", {}, {0, 1}},
                  {"help.cost", {"What it \"costs\""}, {2, 3, 4}},
                  {"help.gp", {}, {5}}};
  map.nodes = {
      {.id = "any message at risk",
       .name = "any message at risk",
       .kind = "from anywhere",
       .role = MapRole::Risk},
      {.id = "safety.suicide/every tier",
       .name = "safety.suicide",
       .kind = "every tier",
       .role = MapRole::Plan,
       .words = "You are not alone."},
      {.id = "help.cost/menu",
       .name = "menu",
       .kind = "ask",
       .role = MapRole::Asks,
       .is_start = true,
       .words = "Is < 5 & \"fine\"?",
       .place = {"flows/a.json", 3, 1},
       .findings = {"WM805 Every button leads back."}},
      {.id = "help.cost/done", .name = "done", .kind = "end", .role = MapRole::Ends},
      {.id = "help.cost/menu>help.gp", .name = "help.gp", .kind = "flow", .role = MapRole::Leaves},
      {.id = "help.gp/say", .name = "say", .kind = "say", .role = MapRole::Says, .words = "Hello"}};
  map.edges = {{0, 1, ""}, {2, 3, "No, thank you"}, {2, 4, "A \"GP\""}};
  return map;
}

}  // namespace waymark::fakes
