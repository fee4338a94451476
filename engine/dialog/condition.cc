#include "engine/dialog/condition.h"

#include <algorithm>

namespace waymark {
namespace {

bool compares(const Condition& condition, const SlotValue& value) {
  if (condition.kind == Condition::Kind::Is) return value == condition.value;
  const auto* have = std::get_if<std::int32_t>(&value);
  const auto* bound = std::get_if<std::int32_t>(&condition.value);
  if (have == nullptr || bound == nullptr) return false;
  return condition.kind == Condition::Kind::AtLeast ? *have >= *bound : *have <= *bound;
}

}  // namespace

bool holds(const Condition& condition, const std::vector<SlotEntry>& slots) {
  const auto child_holds = [&slots](const Condition& child) { return holds(child, slots); };
  switch (condition.kind) {
    case Condition::Kind::Known: return find_slot(slots, condition.slot).has_value();
    case Condition::Kind::Is:
    case Condition::Kind::AtLeast:
    case Condition::Kind::AtMost: {
      const auto value = find_slot(slots, condition.slot);
      return value.has_value() && compares(condition, *value);
    }
    case Condition::Kind::All: return std::ranges::all_of(condition.children, child_holds);
    case Condition::Kind::Any: return std::ranges::any_of(condition.children, child_holds);
    case Condition::Kind::Not: return !holds(condition.children.front(), slots);
  }
  return false;
}

}  // namespace waymark
