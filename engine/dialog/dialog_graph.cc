#include "engine/dialog/dialog_graph.h"

#include <type_traits>
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

std::vector<NodeIndex> DialogGraph::followers(const Node& node) const {
  return std::visit(
      [this](const auto& body) -> std::vector<NodeIndex> {
        using Body = std::decay_t<decltype(body)>;
        std::vector<NodeIndex> next;
        if constexpr (std::is_same_v<Body, BranchNode>) {
          for (const BranchNode::Case& option : body.cases) next.push_back(option.next);
          next.push_back(body.otherwise);
        } else if constexpr (std::is_same_v<Body, CallNode>) {
          next = {flow(body.flow).start, body.next};
        } else if constexpr (std::is_same_v<Body, LookUpNode>) {
          next = {body.found, body.none};
        } else if constexpr (std::is_same_v<Body, FormNode>) {
          next = {body.questions.front().ask};
        } else if constexpr (std::is_same_v<Body, FormStepNode>) {
          const FormNode& form = std::get<FormNode>(this->node(body.form).body);
          for (const FormNode::Question& question : form.questions) next.push_back(question.ask);
          next.push_back(form.review);
        } else if constexpr (!std::is_same_v<Body, AskNode> && !std::is_same_v<Body, EndNode>) {
          next = {body.next};
        }
        return next;
      },
      node.body);
}

std::vector<NodeIndex> DialogGraph::answers(const Node& node) {
  std::vector<NodeIndex> next;
  const auto* ask = std::get_if<AskNode>(&node.body);
  if (ask == nullptr) return next;
  for (const ChoiceOption& option : ask->choices) next.push_back(option.next);
  if (ask->typed) next.push_back(ask->typed->next);
  if (ask->anything) next.push_back(*ask->anything);
  return next;
}

std::string DialogGraph::path(NodeIndex index) const {
  const Node& here = node(index);
  return flow(here.flow).id + '/' + here.id;
}

}  // namespace waymark
