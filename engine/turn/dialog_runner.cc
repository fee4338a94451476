#include "engine/turn/dialog_runner.h"

#include <type_traits>
#include <utility>

#include "engine/api/check.h"
#include "engine/api/limits.h"
#include "engine/session/tracker.h"

namespace waymark {

void DialogRunner::add(Event event) {
  apply_event(session_, event);
  events_.push_back(std::move(event));
}

void DialogRunner::say(const std::vector<PartSpec>& parts) {
  for (const PartSpec& part : parts) outputs_.emplace_back(part);
}

void DialogRunner::run(NodeIndex node) {
  std::optional<NodeIndex> next = node;
  for (std::size_t steps = 0; next; ++steps) {
    WAYMARK_CHECK(steps < kMaxStepsPerTurn);
    next = step(*next);
  }
}

void DialogRunner::run_aside(NodeIndex node) {
  DialogRunner aside(bundle_, session_, now_);
  aside.add(StackCleared{});
  aside.run(node);
  outputs_.insert(outputs_.end(), aside.outputs_.begin(), aside.outputs_.end());
  path_.insert(path_.end(), aside.path_.begin(), aside.path_.end());
}

std::optional<NodeIndex> DialogRunner::step(NodeIndex index) {
  path_.push_back(bundle_.graph.path(index));
  const Node& node = bundle_.graph.node(index);
  return std::visit(
      [&](const auto& body) -> std::optional<NodeIndex> {
        using Body = std::decay_t<decltype(body)>;
        if constexpr (std::is_same_v<Body, SayNode>) {
          say(body.parts);
          return body.next;
        } else if constexpr (std::is_same_v<Body, AskNode>) {
          return ask(index, body);
        } else if constexpr (std::is_same_v<Body, BranchNode>) {
          for (const BranchNode::Case& option : body.cases) {
            if (holds(option.when, session_.slots)) return option.next;
          }
          return body.otherwise;
        } else if constexpr (std::is_same_v<Body, SetNode>) {
          for (const SlotEntry& entry : body.set) add(SlotSet{entry});
          return body.next;
        } else if constexpr (std::is_same_v<Body, CallNode>) {
          add(Pushed{{StackFrame::Kind::Caller, node.ref}});
          return bundle_.graph.flow(body.flow).start;
        } else {
          return end();
        }
      },
      node.body);
}

void DialogRunner::say_opening(FlowIndex flow) {
  NodeIndex index = bundle_.graph.flow(flow).start;
  for (std::size_t steps = 0; steps < kMaxStepsPerTurn; ++steps) {
    const auto* node = std::get_if<SayNode>(&bundle_.graph.node(index).body);
    if (node == nullptr) return;
    path_.push_back(bundle_.graph.path(index));
    say(node->parts);
    index = node->next;
  }
}

bool DialogRunner::has_left_question() const {
  return !session_.stack.empty() && session_.stack.back().kind == StackFrame::Kind::Question;
}

// An open menu at the end of an answer gives way to the question that was left for it.
std::optional<NodeIndex> DialogRunner::ask(NodeIndex index, const AskNode& node) {
  if (node.when_left == AskNode::WhenLeft::Forget && has_left_question()) return end();
  // The question that was left is asked here anyway: it need not be come back to.
  if (has_left_question() && session_.stack.back().at == bundle_.graph.node(index).ref) {
    add(Popped{});
  }
  say(node.parts);
  wait_at(index, node);
  return std::nullopt;
}

void DialogRunner::wait_at(NodeIndex index, const AskNode& node) {
  ChoiceLabels choices;
  for (const ChoiceOption& option : node.choices) {
    choices.entries.push_back({option.id, option.label});
  }
  offer(std::move(choices));
  add(Waited{bundle_.graph.node(index).ref});
}

std::optional<NodeIndex> DialogRunner::end() {
  while (!session_.stack.empty()) {
    const StackFrame frame = session_.stack.back();
    if (frame.kind == StackFrame::Kind::Question) {
      if (resume()) return std::nullopt;
      continue;
    }
    add(Popped{});
    const auto caller = bundle_.graph.find(frame.at);
    if (!caller) continue;
    if (const auto* call = std::get_if<CallNode>(&bundle_.graph.node(*caller).body)) {
      return call->next;
    }
  }
  add(Waited{});
  return std::nullopt;
}

bool DialogRunner::resume() {
  if (!has_left_question()) return false;
  const auto index = bundle_.graph.find(session_.stack.back().at);
  add(Popped{});
  const auto* node = index ? std::get_if<AskNode>(&bundle_.graph.node(*index).body) : nullptr;
  if (node == nullptr) return false;
  say(bundle_.prompts.resume);
  say_again(*index, *node);
  return true;
}

void DialogRunner::say_again(NodeIndex index, const AskNode& node) {
  path_.push_back(bundle_.graph.path(index));
  if (node.reask) {
    say(*node.reask);
  } else {
    say(node.parts);
  }
  wait_at(index, node);
}

bool DialogRunner::ask_again() {
  const auto index = bundle_.graph.find(session_.waiting);
  const auto* node = index ? std::get_if<AskNode>(&bundle_.graph.node(*index).body) : nullptr;
  if (node == nullptr || node->when_left != AskNode::WhenLeft::Resume) return false;
  say(bundle_.prompts.not_understood);
  say_again(*index, *node);
  return true;
}

}  // namespace waymark
