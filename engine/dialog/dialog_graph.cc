#include "engine/dialog/dialog_graph.h"

#include <utility>

namespace waymark {
namespace {

std::uint64_t key_of(NodeRef ref) {
  return (static_cast<std::uint64_t>(ref.flow) << 32U) | ref.node;
}

}  // namespace

DialogGraph::DialogGraph(std::vector<Flow> flows, std::vector<Node> nodes)
    : flows_(std::move(flows)), nodes_(std::move(nodes)) {
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const auto index = static_cast<NodeIndex>(i);
    by_ref_.emplace(key_of(nodes_[i].ref), index);
    const auto* ask = std::get_if<AskNode>(&nodes_[i].body);
    if (ask == nullptr) continue;
    for (std::size_t option = 0; option < ask->choices.size(); ++option) {
      choices_.emplace(ask->choices[option].id, ChoicePlace{index, option});
    }
  }
}

std::optional<NodeIndex> DialogGraph::find(NodeRef ref) const {
  const auto found = by_ref_.find(key_of(ref));
  if (found == by_ref_.end()) return std::nullopt;
  return found->second;
}

std::optional<ChoicePlace> DialogGraph::find_choice(const ChoiceId& id) const {
  const auto found = choices_.find(id);
  if (found == choices_.end()) return std::nullopt;
  return found->second;
}

std::string DialogGraph::path(NodeIndex index) const {
  const Node& here = node(index);
  return flow(here.flow).id + '/' + here.id;
}

}  // namespace waymark
