#include "engine/verify/graph_edges.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/engine/turn/conversation.h"

namespace waymark {

namespace {

std::vector<std::string> names_from(std::string_view flow, std::string_view node) {
  const DialogGraph& graph = fakes::shared_small_bundle()->graph;
  const auto index = graph.find({stable_id(flow), stable_id(node)});
  REQUIRE(index.has_value());
  std::vector<std::string> names;
  for (const GraphEdge& edge : edges_from(graph, *index)) names.push_back(name_of(graph, edge));
  return names;
}

}  // namespace

TEST_CASE("graph edges: every kind of node has its ways on") {
  using Names = std::vector<std::string>;
  CHECK(names_from("welcome", "hello") == Names{"welcome/hello → welcome/menu"});
  CHECK(names_from("welcome", "menu") ==
        Names{"welcome/menu/ipt → ipt.what_is/short", "welcome/menu/cost → help.cost/place"});
  CHECK(names_from("help.cost", "place") ==
        Names{"help.cost/place → help.nation/known",
              "help.cost/place (return) → help.cost/by_nation"});
  CHECK(names_from("help.cost", "by_nation") == Names{"help.cost/by_nation → help.cost/scottish",
                                                      "help.cost/by_nation → help.cost/online",
                                                      "help.cost/by_nation → help.cost/elsewhere"});
  CHECK(names_from("help.cost", "done").empty());
}

TEST_CASE("graph edges: what a node says") {
  const DialogGraph& graph = fakes::shared_small_bundle()->graph;
  const auto at = [&](std::string_view flow, std::string_view node) {
    return graph.node(*graph.find({stable_id(flow), stable_id(node)}));
  };
  const Node say = at("ipt.what_is", "long");
  REQUIRE(parts_of(say) != nullptr);
  CHECK(parts_of(say)->size() == 2);
  const Node end = at("help.cost", "done");
  CHECK(parts_of(end) == nullptr);
  CHECK(label_at(at("welcome", "menu"), 1).has_value());
  CHECK_FALSE(label_at(end, 0).has_value());
}

}  // namespace waymark
