#include "engine/turn/dialog_runner.h"

#include <type_traits>
#include <utility>

#include "engine/api/check.h"
#include "engine/api/limits.h"
#include "engine/session/tracker.h"

namespace waymark {
namespace {

// Around the middle of a county or a region the search goes so many times as far.
constexpr double kWiderSearch = 2;

}  // namespace

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
  DialogRunner aside(bundle_, session_, now_, directory_);
  aside.add(StackCleared{});
  aside.run(node);
  outputs_.insert(outputs_.end(), aside.outputs_.begin(), aside.outputs_.end());
  path_.insert(path_.end(), aside.path_.begin(), aside.path_.end());
}

std::optional<NodeIndex> DialogRunner::step(NodeIndex index) {
  path_.push_back({index, 0});
  const Node& node = bundle_.graph.node(index);
  return std::visit(
      [&](const auto& body) -> std::optional<NodeIndex> {
        using Body = std::decay_t<decltype(body)>;
        if constexpr (std::is_same_v<Body, AskNode>) {
          return ask(index, body);
        } else if constexpr (std::is_same_v<Body, BranchNode>) {
          return branch(body);
        } else if constexpr (std::is_same_v<Body, LookUpNode>) {
          return look_up(body);
        } else if constexpr (std::is_same_v<Body, FormNode>) {
          return begin_form(body);
        } else if constexpr (std::is_same_v<Body, FormStepNode>) {
          return next_in_form(body);
        } else if constexpr (std::is_same_v<Body, EndNode>) {
          return end();
        } else {
          return pass(node.ref, body);
        }
      },
      node.body);
}

// The nodes that do something and go on.
template <typename Body>
NodeIndex DialogRunner::pass(NodeRef at, const Body& body) {
  if constexpr (std::is_same_v<Body, SayNode>) {
    say(body.parts);
  } else if constexpr (std::is_same_v<Body, SetNode>) {
    for (const SlotEntry& entry : body.set) assign(entry);
  } else if constexpr (std::is_same_v<Body, HandoffNode>) {
    say(body.parts);
    add(HandedOff{body.to});
  } else if constexpr (std::is_same_v<Body, EventNode>) {
    add(Raised{body.name});
  } else {
    static_assert(std::is_same_v<Body, CallNode>);
    for (const SlotEntry& entry : body.with) assign(entry);
    add(Pushed{{StackFrame::Kind::Caller, at}});
    return bundle_.graph.flow(body.flow).start;
  }
  return body.next;
}

NodeIndex DialogRunner::branch(const BranchNode& node) {
  for (const BranchNode::Case& option : node.cases) {
    if (holds(option.when, session_.slots)) return option.next;
    ++path_.back().way;
  }
  return node.otherwise;
}

NodeIndex DialogRunner::look_up(const LookUpNode& node) {
  if (directory_ == nullptr) return node.none;
  DirectoryQuery query{node.list, {}, node.most};
  const Place* place = nullptr;
  for (const std::size_t slot : node.by) {
    const SlotDefinition& definition = bundle_.slots[slot];
    const auto value = find_slot(session_.slots, stable_id(definition.id));
    if (value && definition.type == SlotType::Place) {
      place = bundle_.places.find(*value);
    } else if (value) {
      query.where.push_back({definition.id, value_text(definition, *value)});
    }
  }
  if (place != nullptr) {
    query.near = place->at;
    query.within = node.within;
    if (query.within && place->is_wide) *query.within *= kWiderSearch;
  }
  std::vector<DirectoryEntry> found = directory_->find(query);
  if (found.empty()) return node.none;
  if (!node.shows) return node.found;
  if (found.size() > node.most) found.resize(node.most);
  say(node.parts);
  for (DirectoryEntry& entry : found) {
    if (place != nullptr && place->is_wide) entry.miles.reset();
    outputs_.emplace_back(std::move(entry));
  }
  return node.found;
}

void DialogRunner::say_opening(FlowIndex flow) {
  NodeIndex index = bundle_.graph.flow(flow).start;
  for (std::size_t steps = 0; steps < kMaxStepsPerTurn; ++steps) {
    const auto* node = std::get_if<SayNode>(&bundle_.graph.node(index).body);
    if (node == nullptr) return;
    path_.push_back({index, 0});
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
  say_ask(node);
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
  if (node->still_if && !holds(*node->still_if, session_.slots)) return false;
  say(node->bridge.value_or(bundle_.prompts.resume));
  say_again(*index, *node, 0);
  return true;
}

void DialogRunner::say_again(NodeIndex index, const AskNode& node, std::size_t times) {
  path_.push_back({index, 0});
  if (times < node.reasks.size()) {
    say(node.reasks[times]);
  } else {
    say_ask(node);
  }
  wait_at(index, node);
}

bool DialogRunner::ask_again(std::size_t times) {
  const auto index = bundle_.graph.find(session_.waiting);
  const auto* node = index ? std::get_if<AskNode>(&bundle_.graph.node(*index).body) : nullptr;
  if (node == nullptr || node->when_left != AskNode::WhenLeft::Resume) return false;
  if (times > 0 && times >= node->reasks.size()) return false;
  say(bundle_.prompts.not_understood);
  say_again(*index, *node, times);
  return true;
}

bool DialogRunner::ask_open() {
  const auto index = bundle_.graph.find(session_.waiting);
  const auto* node = index ? std::get_if<AskNode>(&bundle_.graph.node(*index).body) : nullptr;
  if (node == nullptr) return false;
  if (!node->form || node->form->part == FormPlace::Part::Question) {
    say_again(*index, *node, 0);
  } else {
    // Which answer to change was asked and is settled: its last choice goes on where the form
    // stands.
    const bool is_which = node->form->part == FormPlace::Part::Which;
    run(is_which ? node->choices.back().next : *index);
  }
  return true;
}

}  // namespace waymark
