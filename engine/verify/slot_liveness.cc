// The classic backward analysis: what a node needs is what it reads, and what those after it need
// less what it sets, repeated until nothing changes. A call needs what the called flow needs and
// what comes after it: rather too much than too little.

#include "engine/verify/slot_liveness.h"

#include <algorithm>
#include <type_traits>

namespace waymark {
namespace {

constexpr std::size_t kSlotBits = 64;

}  // namespace

SlotLiveness::SlotLiveness(const Bundle& bundle)
    : bundle_(bundle), live_(bundle.graph.nodes().size(), 0) {
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = live_.size(); i-- > 0;) {
      const Slots now = before(bundle.graph.nodes()[i]);
      changed = changed || now != live_[i];
      live_[i] = now;
    }
  }
  always_ = bit(stable_id("nation"));
  for (const Flow& flow : bundle.graph.flows()) always_ |= at(flow.start);
}

SlotLiveness::Slots SlotLiveness::bit(StableId slot) const {
  const std::size_t most = std::min(bundle_.slots.size(), kSlotBits);
  for (std::size_t i = 0; i < most; ++i) {
    if (stable_id(bundle_.slots[i].id) == slot) return Slots{1} << i;
  }
  return 0;
}

SlotLiveness::Slots SlotLiveness::set_by(const std::vector<SlotEntry>& entries) const {
  Slots slots = 0;
  for (const SlotEntry& entry : entries) slots |= bit(entry.slot);
  return slots;
}

SlotLiveness::Slots SlotLiveness::read_by(const Condition& condition) const {
  Slots slots = bit(condition.slot);
  for (const Condition& child : condition.children) slots |= read_by(child);
  return slots;
}

SlotLiveness::Slots SlotLiveness::before(const Node& node) const {
  return std::visit(
      [this](const auto& body) -> Slots {
        using Body = std::decay_t<decltype(body)>;
        Slots slots = 0;
        if constexpr (std::is_same_v<Body, SayNode>) {
          slots = at(body.next);
        } else if constexpr (std::is_same_v<Body, AskNode>) {
          for (const ChoiceOption& option : body.choices) {
            slots |= at(option.next) & ~set_by(option.set);
          }
        } else if constexpr (std::is_same_v<Body, BranchNode>) {
          slots = at(body.otherwise);
          for (const BranchNode::Case& option : body.cases) {
            slots |= read_by(option.when) | at(option.next);
          }
        } else if constexpr (std::is_same_v<Body, SetNode>) {
          slots = at(body.next) & ~set_by(body.set);
        } else if constexpr (std::is_same_v<Body, CallNode>) {
          slots = at(bundle_.graph.flow(body.flow).start) | at(body.next);
        }
        return slots;
      },
      node.body);
}

SlotLiveness::Slots SlotLiveness::below(const StackFrame& frame) const {
  const auto node = bundle_.graph.find(frame.at);
  if (!node) return 0;
  const auto* call = std::get_if<CallNode>(&bundle_.graph.node(*node).body);
  return call == nullptr ? at(*node) : at(call->next);
}

std::vector<SlotEntry> SlotLiveness::live(const Session& session) const {
  Slots wanted = always_;
  if (const auto waiting = bundle_.graph.find(session.waiting)) wanted |= at(*waiting);
  for (const StackFrame& frame : session.stack) wanted |= below(frame);
  std::vector<SlotEntry> entries;
  for (std::size_t i = 0; i < bundle_.slots.size(); ++i) {
    const StableId slot = stable_id(bundle_.slots[i].id);
    if (i < kSlotBits && (wanted >> i & 1U) == 0) continue;
    if (const auto value = find_slot(session.slots, slot)) entries.push_back({slot, *value});
  }
  return entries;
}

}  // namespace waymark
