#include "adapters/cli/graph_mermaid.h"

#include <doctest/doctest.h>

#include "tests/fakes/small_map.h"

namespace waymark {

TEST_CASE("graph mermaid: subgraphs, nodes, labelled edges and their looks") {
  const std::string text = graph_mermaid(fakes::small_map(), "Tea");
  CHECK(text.starts_with("---\ntitle: \"Tea\"\n---\nflowchart LR\n"));
  for (const char* part :
       {"  subgraph n_flow_help_cost[\"help.cost · What it #quot;costs#quot;\"]\n",
        "    n_help_cost__menu[\"menu (ask): Is #lt; 5 #amp; #quot;fine#quot;? "
        "[WM805]\"]:::finding\n",
        "    n_help_cost__done([\"done (end)\"]):::ends\n",
        "    n_help_cost__menu_help_gp>\"help.gp\"]:::leaves\n",
        "  n_any_message_at_risk ==> n_safety_suicide__every_tier\n",
        "  n_help_cost__menu -->|\"No, thank you\"| n_help_cost__done\n",
        "  linkStyle 0 stroke:#a30f1c\n",
        "  classDef finding fill:#ffdcb0,stroke:#b34700,color:#212b32\n"}) {
    CHECK_MESSAGE(text.find(part) != std::string::npos, part);
  }
}

TEST_CASE("graph mermaid: ids that differ in a dot alone stay apart") {
  DialogMap map;
  map.clusters = {{"a", {}, {0, 1}}};
  map.nodes = {{.id = "a.b/c", .name = "c", .kind = "end", .role = MapRole::Ends},
               {.id = "a_b/c", .name = "c", .kind = "end", .role = MapRole::Ends}};
  const std::string text = graph_mermaid(map, "");
  CHECK(text.find("n_a_b__c([") != std::string::npos);
  CHECK(text.find("n_a_b__cx([") != std::string::npos);
}

}  // namespace waymark
