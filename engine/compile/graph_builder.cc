#include <map>
#include <string_view>
#include <utility>

#include "engine/compile/builders.h"

namespace waymark {
namespace {

class GraphBuilder {
 public:
  GraphBuilder(const Declarations& declared, Resolver& resolver)
      : declared_(declared), resolver_(resolver) {}

  DialogGraph build() {
    for (const FlowDeclaration& flow : declared_.flows) number_nodes(flow);
    std::vector<Flow> flows;
    for (const FlowDeclaration& flow : declared_.flows) {
      if (!is_first(flow)) continue;
      flows.push_back({flow.id.text, target_in(flow, flow.start)});
    }
    for (const FlowDeclaration& flow : declared_.flows) {
      if (!is_first(flow)) continue;
      for (const NodeDeclaration& node : flow.nodes) build_node(flow, node);
    }
    return DialogGraph(std::move(flows), std::move(nodes_));
  }

 private:
  using Key = std::pair<std::string, std::string>;

  // Of two flows with one id only the first counts; the second was reported.
  [[nodiscard]] bool is_first(const FlowDeclaration& flow) const {
    const auto index = resolver_.flows.lookup(flow.id.text);
    if (!index) return false;
    for (const FlowDeclaration& other : declared_.flows) {
      if (other.id.text == flow.id.text) return &other == &flow;
    }
    return false;
  }

  void number_nodes(const FlowDeclaration& flow) {
    if (!is_first(flow)) return;
    for (const NodeDeclaration& node : flow.nodes) {
      const auto index = static_cast<NodeIndex>(numbers_.size());
      numbers_.try_emplace(Key{flow.id.text, node.id.text}, index);
    }
  }

  // "node" in the same flow, or "flow:other".
  NodeIndex target_in(const FlowDeclaration& flow, const PlacedText& target) {
    static constexpr std::string_view kFlowPrefix = "flow:";
    if (target.empty()) return {};
    if (target.text.starts_with(kFlowPrefix)) {
      const PlacedText name{target.text.substr(kFlowPrefix.size()), target.place};
      if (name.empty()) {
        resolver_.findings.add("WM202", name.place, "There is no name behind \"flow:\".",
                               "Name the flow.");
      }
      const auto index = resolver_.flow(name);
      if (!index) return {};
      for (const FlowDeclaration& other : declared_.flows) {
        if (other.id.text == name.text) return node_in(other, other.start);
      }
    }
    return node_in(flow, target);
  }

  NodeIndex node_in(const FlowDeclaration& flow, const PlacedText& name) {
    const auto found = numbers_.find(Key{flow.id.text, name.text});
    if (found != numbers_.end()) return found->second;
    std::vector<std::string> names;
    for (const NodeDeclaration& node : flow.nodes) names.push_back(node.id.text);
    const std::string near = nearest_name(name.text, names);
    resolver_.findings.add(
        "WM203", name.place,
        "There is no node \"" + name.text + "\" in the flow \"" + flow.id.text + "\".",
        near.empty() ? "Add it, or correct the name." : "Did you mean \"" + near + "\"?");
    return {};
  }

  void build_node(const FlowDeclaration& flow, const NodeDeclaration& declared) {
    Node node;
    node.id = declared.id.text;
    node.flow = static_cast<FlowIndex>(*resolver_.flows.lookup(flow.id.text));
    node.ref = {stable_id(flow.id.text), stable_id(declared.id.text)};
    node.place = declared.id.place;
    const std::string& kind = declared.kind.text;
    if (kind == "say") {
      node.body = SayNode{build_parts(declared.parts, resolver_), target_in(flow, declared.next)};
    } else if (kind == "ask") {
      node.body = build_ask(flow, declared);
    } else if (kind == "branch") {
      node.body = build_branch(flow, declared);
    } else if (kind == "set") {
      node.body = SetNode{assignments(declared.set), target_in(flow, declared.next)};
    } else if (kind == "call") {
      node.body = CallNode{resolver_.flow(declared.flow).value_or(FlowIndex{}),
                           target_in(flow, declared.next)};
    } else {
      node.body = EndNode{};
    }
    nodes_.push_back(std::move(node));
  }

  std::vector<SlotEntry> assignments(const std::vector<AssignmentDeclaration>& declared) {
    std::vector<SlotEntry> out;
    for (const AssignmentDeclaration& assignment : declared) {
      if (auto entry = build_assignment(assignment, resolver_)) out.push_back(*entry);
    }
    return out;
  }

  AskNode build_ask(const FlowDeclaration& flow, const NodeDeclaration& declared) {
    AskNode ask;
    ask.parts = build_parts(declared.parts, resolver_);
    ask.reask = resolver_.prompt(declared.reask);
    const std::string& when_left = declared.when_left.text;
    if (when_left == "resume") {
      ask.when_left = AskNode::WhenLeft::Resume;
    } else if (when_left != "forget" && !when_left.empty()) {
      resolver_.findings.add("WM113", declared.when_left.place,
                             "\"when_left\" cannot be \"" + when_left + "\".",
                             "Use resume or forget.");
    }
    if (declared.choices.empty()) {
      resolver_.findings.add("WM502", declared.id.place,
                             "The question \"" + declared.id.text + "\" offers no way on.",
                             "Give it choices.");
    }
    for (const ChoiceDeclaration& choice : declared.choices) {
      ask.choices.push_back(build_choice(flow, declared, choice));
    }
    return ask;
  }

  ChoiceOption build_choice(const FlowDeclaration& flow, const NodeDeclaration& node,
                            const ChoiceDeclaration& declared) {
    ChoiceOption option;
    option.id = ChoiceId{flow.id.text + '/' + node.id.text + '/' + declared.id.text};
    option.label = resolver_.prompt(declared.label).value_or(PromptIndex{});
    option.next = target_in(flow, declared.next);
    option.set = assignments(declared.set);
    for (const PlacedText& intent : declared.intents) {
      if (const auto index = resolver_.intents.find(intent, resolver_.findings)) {
        option.intents.push_back(*index);
      }
    }
    for (const ChoiceDeclaration& other : node.choices) {
      if (&other == &declared) break;
      if (other.id.text != declared.id.text) continue;
      resolver_.findings.add("WM207", declared.id.place,
                             "There is a choice \"" + declared.id.text + "\" here already.",
                             "Give this one another id.");
    }
    return option;
  }

  BranchNode build_branch(const FlowDeclaration& flow, const NodeDeclaration& declared) {
    BranchNode branch;
    for (const auto& [when, next] : declared.cases) {
      const NodeIndex target = target_in(flow, next);
      if (auto condition = build_condition(when, resolver_)) {
        branch.cases.push_back({*std::move(condition), target});
      }
    }
    branch.otherwise = target_in(flow, declared.otherwise);
    return branch;
  }

  const Declarations& declared_;
  Resolver& resolver_;
  std::map<Key, NodeIndex> numbers_;
  std::vector<Node> nodes_;
};

}  // namespace

DialogGraph build_graph(const Declarations& declared, Resolver& resolver) {
  return GraphBuilder(declared, resolver).build();
}

}  // namespace waymark
