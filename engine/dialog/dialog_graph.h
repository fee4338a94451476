#pragma once
// All flows of a pack as one graph of numbered nodes. Built once, then const; any thread.

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/dialog/node.h"

namespace waymark {

struct Flow {
  std::string id;
  NodeIndex start{};
};

// Where a choice stands.
struct ChoicePlace {
  NodeIndex node{};
  std::size_t option = 0;
};

class DialogGraph {
 public:
  DialogGraph() = default;
  DialogGraph(std::vector<Flow> flows, std::vector<Node> nodes);

  [[nodiscard]] const Node& node(NodeIndex index) const {
    return nodes_[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] const Flow& flow(FlowIndex index) const {
    return flows_[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  [[nodiscard]] const std::vector<Flow>& flows() const { return flows_; }

  // The node that a session means; nothing when this version of the pack has none.
  [[nodiscard]] std::optional<NodeIndex> find(NodeRef ref) const;

  // A choice anywhere in the pack, by its id.
  [[nodiscard]] std::optional<ChoicePlace> find_choice(const ChoiceId& id) const;

  // The nodes that may run after this one in the same turn. A call goes on to the called flow and
  // past it, a form to its first question; a question and an end go on to none.
  [[nodiscard]] std::vector<NodeIndex> followers(const Node& node) const;

  // Where the answers to a question lead; none for other nodes.
  [[nodiscard]] static std::vector<NodeIndex> answers(const Node& node);

  // "flow/node", for traces and findings.
  [[nodiscard]] std::string path(NodeIndex index) const;

 private:
  std::vector<Flow> flows_;
  std::vector<Node> nodes_;
  std::unordered_map<std::uint64_t, NodeIndex> by_ref_;
  std::unordered_map<ChoiceId, ChoicePlace> choices_;
};

}  // namespace waymark
