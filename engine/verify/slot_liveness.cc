// The classic backward analysis: what a node needs is what it reads, and what those after it need
// less what it sets, repeated until nothing changes. A call needs what the called flow needs and
// what comes after it: rather too much than too little.

#include "engine/verify/slot_liveness.h"

#include <algorithm>

#include "engine/verify/score_variants.h"

namespace waymark {
namespace {

constexpr std::size_t kSlotBits = 64;

}  // namespace

SlotLiveness::SlotLiveness(const Bundle& bundle)
    : bundle_(bundle), thresholds_(bundle.slots.size()), live_(bundle.graph.nodes().size(), 0) {
  for (std::size_t i = 0; i < thresholds_.size(); ++i) {
    const SlotDefinition& slot = bundle.slots[i];
    if (!slot.sum_of.empty()) thresholds_[i] = thresholds_of(bundle, stable_id(slot.id));
  }
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

// What an answer to the question needs afterwards, less what it sets.
SlotLiveness::Slots SlotLiveness::after(const AskNode& ask) const {
  Slots slots = 0;
  for (const ChoiceOption& option : ask.choices) slots |= at(option.next) & ~set_by(option.set);
  if (ask.typed) {
    slots |= at(ask.typed->next) & ~bit(stable_id(bundle_.slots[ask.typed->slot].id));
  }
  if (ask.anything) slots |= at(*ask.anything);
  if (ask.still_if) slots |= read_by(*ask.still_if);
  for (const PromptIndex reask : ask.reasks) slots |= shown_by(reask);
  return slots | shown_by(ask.parts);
}

// The slots that a prompt shows; it has the same in every language.
SlotLiveness::Slots SlotLiveness::shown_by(PromptIndex prompt) const {
  Slots slots = 0;
  for (const std::string& name : bundle_.locales.front()->prompts.arguments(prompt)) {
    slots |= bit(stable_id(name));
  }
  return slots;
}

SlotLiveness::Slots SlotLiveness::shown_by(const std::vector<PartSpec>& parts) const {
  Slots slots = 0;
  for (const PartSpec& part : parts) {
    if (const auto* text = std::get_if<TextSpec>(&part)) slots |= shown_by(text->prompt);
  }
  return slots;
}

// A form forgets its answers and the scores that add them up.
SlotLiveness::Slots SlotLiveness::forgotten_by(const FormNode& form) const {
  Slots slots = 0;
  for (const FormNode::Question& question : form.questions) {
    slots |= bit(question.slot);
    for (const SlotDefinition& slot : bundle_.slots) {
      if (std::ranges::find(slot.sum_of, question.slot) == slot.sum_of.end()) continue;
      slots |= bit(stable_id(slot.id));
    }
  }
  return slots;
}

// The steps of a form read which questions have an answer: that is where the talk stands in it, and
// no value that could matter.
SlotLiveness::Slots SlotLiveness::before(const Node& node) const {
  Slots slots = 0;
  if (const auto* ask = std::get_if<AskNode>(&node.body)) return after(*ask);
  for (const NodeIndex next : bundle_.graph.followers(node)) slots |= at(next);
  if (const auto* set = std::get_if<SetNode>(&node.body)) {
    slots &= ~set_by(set->set);
  } else if (const auto* call = std::get_if<CallNode>(&node.body)) {
    slots &= ~set_by(call->with);
  } else if (const auto* form = std::get_if<FormNode>(&node.body)) {
    slots &= ~forgotten_by(*form);
  } else if (const auto* branch = std::get_if<BranchNode>(&node.body)) {
    for (const BranchNode::Case& option : branch->cases) slots |= read_by(option.when);
  } else if (const auto* look_up = std::get_if<LookUpNode>(&node.body)) {
    // Whatever it is asked by, the walk lets it find something and nothing.
    slots |= shown_by(look_up->parts);
  } else if (const auto* say = std::get_if<SayNode>(&node.body)) {
    slots |= shown_by(say->parts);
  } else if (const auto* handoff = std::get_if<HandoffNode>(&node.body)) {
    slots |= shown_by(handoff->parts);
  }
  return slots;
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
    const auto value = find_slot(session.slots, slot);
    if (!value) continue;
    const auto* sum = std::get_if<std::int32_t>(&*value);
    if (bundle_.slots[i].type == SlotType::Place) {
      entries.push_back({slot, true});  // conditions ask no more of it than whether it is known
    } else if (sum != nullptr && !bundle_.slots[i].sum_of.empty()) {
      const auto reached = std::ranges::upper_bound(thresholds_[i], *sum) - thresholds_[i].begin();
      entries.push_back({slot, static_cast<std::int32_t>(reached)});
    } else {
      entries.push_back({slot, *value});
    }
  }
  return entries;
}

}  // namespace waymark
