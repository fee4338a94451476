#include "engine/dialog/dialog_graph.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace waymark {
namespace {

Node node(FlowIndex flow, const std::string& flow_id, const std::string& id, NodeBody body) {
  return {id, flow, {stable_id(flow_id), stable_id(id)}, std::move(body), {}};
}

ChoiceOption option(const std::string& id, NodeIndex next) {
  return {ChoiceId{id}, {}, next, {}, {}};
}

// Two flows of which both have a node "start".
DialogGraph graph() {
  AskNode ask;
  ask.choices = {option("tea/start/green", NodeIndex{1}), option("tea/start/black", NodeIndex{2})};
  std::vector<Node> nodes;
  nodes.push_back(node(FlowIndex{0}, "tea", "start", ask));
  nodes.push_back(node(FlowIndex{0}, "tea", "done", EndNode{}));
  nodes.push_back(node(FlowIndex{1}, "cake", "start", EndNode{}));
  return {{{"tea", NodeIndex{0}}, {"cake", NodeIndex{2}}}, std::move(nodes)};
}

NodeRef ref(const char* flow, const char* node) { return {stable_id(flow), stable_id(node)}; }

TEST_CASE("dialog graph: a node is found by the names of its flow and itself") {
  const DialogGraph all = graph();
  CHECK(all.find(ref("tea", "start")) == NodeIndex{0});
  CHECK(all.find(ref("tea", "done")) == NodeIndex{1});
  CHECK(all.find(ref("cake", "start")) == NodeIndex{2});
}

TEST_CASE("dialog graph: a name that this version does not have gives nothing") {
  const DialogGraph all = graph();
  for (const NodeRef at : {NodeRef{}, ref("cake", "done"), ref("soup", "start"),
                           NodeRef{stable_id("start"), stable_id("tea")}}) {
    CHECK_FALSE(all.find(at).has_value());
  }
  CHECK_FALSE(DialogGraph().find(ref("tea", "start")).has_value());
}

TEST_CASE("dialog graph: a choice is found by its id, with its place among the options") {
  const DialogGraph all = graph();
  const auto place = all.find_choice(ChoiceId{"tea/start/black"});
  REQUIRE(place.has_value());
  CHECK(place->node == NodeIndex{0});
  CHECK(place->option == 1);
}

TEST_CASE("dialog graph: an id that is no choice gives nothing") {
  const DialogGraph all = graph();
  for (const char* id :
       {"", "black", "tea/start", "tea/start/", "tea/start/Black", "cake/start/x"}) {
    CAPTURE(id);
    CHECK_FALSE(all.find_choice(ChoiceId{id}).has_value());
  }
}

TEST_CASE("dialog graph: a path names flow and node") {
  const DialogGraph all = graph();
  CHECK(all.path(NodeIndex{1}) == "tea/done");
  CHECK(all.path(NodeIndex{2}) == "cake/start");
  CHECK(all.flow(FlowIndex{1}).start == NodeIndex{2});
  CHECK(all.nodes().size() == 3);
  CHECK(all.flows().size() == 2);
}

TEST_CASE("dialog graph: a question goes on by its answers alone, another node by itself") {
  DialogGraph all = graph();
  CHECK(DialogGraph::answers(all.node(NodeIndex{0})) ==
        std::vector<NodeIndex>{NodeIndex{1}, NodeIndex{2}});
  CHECK(all.followers(all.node(NodeIndex{0})).empty());
  CHECK(all.followers(all.node(NodeIndex{1})).empty());
  const std::pair<NodeBody, std::vector<NodeIndex>> rows[] = {
      {SayNode{{}, NodeIndex{1}}, {NodeIndex{1}}},
      {EventNode{"told", NodeIndex{2}}, {NodeIndex{2}}},
      {HandoffNode{"desk", {}, NodeIndex{2}}, {NodeIndex{2}}},
      {CallNode{FlowIndex{1}, NodeIndex{1}}, {NodeIndex{2}, NodeIndex{1}}},
      {LookUpNode{"list", {}, 1, {}, NodeIndex{1}, NodeIndex{2}}, {NodeIndex{1}, NodeIndex{2}}},
  };
  for (const auto& [body, next] : rows) {
    CAPTURE(body.index());
    CHECK(all.followers(node(FlowIndex{0}, "tea", "x", body)) == next);
    CHECK(DialogGraph::answers(node(FlowIndex{0}, "tea", "x", body)).empty());
  }
}

}  // namespace
}  // namespace waymark
