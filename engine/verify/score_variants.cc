#include "engine/verify/score_variants.h"

#include <algorithm>
#include <map>
#include <set>

namespace waymark {
namespace {

void add_thresholds(const Condition& condition, StableId slot, std::set<std::int32_t>& out) {
  for (const Condition& child : condition.children) add_thresholds(child, slot, out);
  const auto* value = std::get_if<std::int32_t>(&condition.value);
  if (condition.slot != slot || value == nullptr) return;
  if (condition.kind == Condition::Kind::AtLeast || condition.kind == Condition::Kind::Is) {
    out.insert(*value);
  }
  if (condition.kind == Condition::Kind::AtMost || condition.kind == Condition::Kind::Is) {
    out.insert(*value + 1);
  }
}

// The answers of a form that add up to each sum that can be.
using Answers = std::vector<SlotEntry>;
using Sums = std::map<std::int32_t, Answers>;

Sums with_question(const Sums& sums, const AskNode& ask, StableId slot) {
  Sums next;
  for (const auto& [sum, answers] : sums) {
    for (const ChoiceOption& option : ask.choices) {
      const auto entry = std::ranges::find(option.set, slot, &SlotEntry::slot);
      if (entry == option.set.end()) continue;
      const auto* value = std::get_if<std::int32_t>(&entry->value);
      if (value == nullptr) continue;
      Answers more = answers;
      more.push_back(*entry);
      next.try_emplace(sum + *value, std::move(more));
    }
  }
  return next;
}

Sums sums_of(const Bundle& bundle, const FormNode& form, const SlotDefinition& score) {
  Sums sums = {{0, {}}};
  for (const StableId part : score.sum_of) {
    const auto question = std::ranges::find(form.questions, part, &FormNode::Question::slot);
    if (question == form.questions.end()) return {};
    sums = with_question(sums, std::get<AskNode>(bundle.graph.node(question->ask).body), part);
  }
  return sums;
}

void set_slot(Session& session, const SlotEntry& entry) {
  const auto found = std::ranges::find(session.slots, entry.slot, &SlotEntry::slot);
  if (found != session.slots.end()) found->value = entry.value;
}

void add_variants(const Bundle& bundle, const Session& session, const FormNode& form,
                  const SlotDefinition& score, std::vector<Session>& out) {
  const StableId id = stable_id(score.id);
  const std::vector<std::int32_t> thresholds = thresholds_of(bundle, id);
  std::ptrdiff_t last_range = -1;
  for (const auto& [sum, answers] : sums_of(bundle, form, score)) {
    const auto range = std::ranges::upper_bound(thresholds, sum) - thresholds.begin();
    if (range == last_range) continue;
    last_range = range;
    Session variant = session;
    for (const SlotEntry& answer : answers) set_slot(variant, answer);
    set_slot(variant, {id, sum});
    out.push_back(std::move(variant));
  }
}

}  // namespace

std::vector<std::int32_t> thresholds_of(const Bundle& bundle, StableId slot) {
  std::set<std::int32_t> thresholds;
  for (const Node& node : bundle.graph.nodes()) {
    if (const auto* branch = std::get_if<BranchNode>(&node.body)) {
      for (const BranchNode::Case& option : branch->cases) {
        add_thresholds(option.when, slot, thresholds);
      }
    } else if (const auto* ask = std::get_if<AskNode>(&node.body); ask && ask->still_if) {
      add_thresholds(*ask->still_if, slot, thresholds);
    }
  }
  return {thresholds.begin(), thresholds.end()};
}

std::vector<Session> score_variants(const Bundle& bundle, const Session& session) {
  std::vector<Session> out;
  const auto open = bundle.graph.find(session.waiting);
  const auto* ask = open ? std::get_if<AskNode>(&bundle.graph.node(*open).body) : nullptr;
  if (ask == nullptr || !ask->form || ask->form->part != FormPlace::Part::Review) return out;
  const FormNode& form = std::get<FormNode>(bundle.graph.node(ask->form->form).body);
  for (const SlotDefinition& slot : bundle.slots) {
    if (slot.sum_of.empty() || !find_slot(session.slots, stable_id(slot.id))) continue;
    add_variants(bundle, session, form, slot, out);
  }
  return out;
}

}  // namespace waymark
