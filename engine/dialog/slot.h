#pragma once
// What a conversation may remember: declared slots of a closed type. Never free text. Values; any
// thread.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/api/session.h"

namespace waymark {

enum class SlotType : std::uint8_t { Choice, Number, YesNo };

struct SlotDefinition {
  std::string id;
  SlotType type = SlotType::Choice;
  std::vector<std::string> values;  // of a Choice
  std::int32_t min = 0;             // of a Number
  std::int32_t max = 0;
};

// The value of a slot in a session, if it has one.
[[nodiscard]] std::optional<SlotValue> find_slot(const std::vector<SlotEntry>& slots, StableId id);

// Whether a value is one that the definition allows.
[[nodiscard]] bool allows(const SlotDefinition& slot, const SlotValue& value);

// The value in words, as prompts show it: the choice's name, the number, "yes" or "no".
[[nodiscard]] std::string value_text(const SlotDefinition& slot, const SlotValue& value);

}  // namespace waymark
