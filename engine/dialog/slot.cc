#include "engine/dialog/slot.h"

#include <algorithm>

#include "engine/dialog/place_table.h"

namespace waymark {

std::optional<SlotValue> find_slot(const std::vector<SlotEntry>& slots, StableId id) {
  const auto found = std::ranges::find(slots, id, &SlotEntry::slot);
  if (found == slots.end()) return std::nullopt;
  return found->value;
}

bool allows(const SlotDefinition& slot, const SlotValue& value) {
  switch (slot.type) {
    case SlotType::Choice: {
      const auto* id = std::get_if<StableId>(&value);
      return id != nullptr && std::ranges::any_of(slot.values, [id](const std::string& name) {
               return stable_id(name) == *id;
             });
    }
    case SlotType::Number: {
      const auto* number = std::get_if<std::int32_t>(&value);
      return number != nullptr && *number >= slot.min && *number <= slot.max;
    }
    case SlotType::YesNo: return std::holds_alternative<bool>(value);
    case SlotType::Place: {
      const auto* code = std::get_if<std::int32_t>(&value);
      if (code != nullptr) return !outward_code_text(*code).empty();
      const auto* id = std::get_if<StableId>(&value);
      return id != nullptr && std::ranges::any_of(slot.values, [id](const std::string& name) {
               return stable_id(name) == *id;
             });
    }
  }
  return false;
}

std::optional<std::int32_t> score_of(const SlotDefinition& slot,
                                     const std::vector<SlotEntry>& slots) {
  if (slot.sum_of.empty()) return std::nullopt;
  std::int32_t sum = 0;
  for (const StableId part : slot.sum_of) {
    const auto value = find_slot(slots, part);
    const auto* number = value ? std::get_if<std::int32_t>(&*value) : nullptr;
    if (number == nullptr) return std::nullopt;
    sum += *number;
  }
  return sum;
}

std::string value_text(const SlotDefinition& slot, const SlotValue& value) {
  if (const auto* id = std::get_if<StableId>(&value)) {
    for (const std::string& name : slot.values) {
      if (stable_id(name) == *id) return name;
    }
    return {};
  }
  if (const auto* number = std::get_if<std::int32_t>(&value)) {
    return slot.type == SlotType::Place ? outward_code_text(*number) : std::to_string(*number);
  }
  return std::get<bool>(value) ? "yes" : "no";
}

}  // namespace waymark
