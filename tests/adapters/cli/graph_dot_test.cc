#include "adapters/cli/graph_dot.h"

#include <doctest/doctest.h>

#include "tests/fakes/small_map.h"

namespace waymark {

namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("graph dot: clusters, nodes with their words, choices on the edges") {
  const std::string dot = graph_dot(fakes::small_map(), "Pack \"tea\"");
  for (const char* part :
       {"label=\"Pack \\\"tea\\\"\"", "subgraph cluster_1 {", "graph [id=\"help.cost\"",
        "asked as: What it &quot;costs&quot;", "<B>menu</B>", "Is &lt; 5 &amp; &quot;fine&quot;?",
        "\"help.cost/menu\" -> \"help.cost/done\" [label=<No, thank you",
        "label=<A &quot;GP&quot;"}) {
    CHECK_MESSAGE(has(dot, part), part);
  }
}

TEST_CASE("graph dot: findings name their code, and the place in the tooltip") {
  const std::string dot = graph_dot(fakes::small_map(), "");
  CHECK(has(dot, "<B>WM805</B>"));
  CHECK(has(dot, "tooltip=\"help.cost/menu\\nflows/a.json:3\\nWM805 Every button leads back.\""));
  CHECK(has(dot, "a proof found something"));
}

TEST_CASE("graph dot: the crisis is apart, and another flow is one click away") {
  const std::string dot = graph_dot(fakes::small_map(), "");
  CHECK(has(dot, "from anywhere, before everything else"));
  CHECK(has(dot, "\"any message at risk\" -> \"safety.suicide/every tier\" [color=\"#a30f1c\""));
  CHECK(has(dot, "URL=\"#help.gp\""));
}

TEST_CASE("graph dot: visits colour the nodes, and those that are missing say so") {
  DialogMap map = fakes::small_map();
  map.has_visits = true;
  map.nodes[5].visits = 2;
  const std::string dot = graph_dot(map, "");
  CHECK(has(dot, "visited by a conversation test"));
  CHECK(has(dot, "not visited"));
  CHECK(has(dot, "visits: 2"));
}

TEST_CASE("graph dot: the same map gives the same bytes") {
  CHECK(graph_dot(fakes::small_map(), "a") == graph_dot(fakes::small_map(), "a"));
}

}  // namespace waymark
