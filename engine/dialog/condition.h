#pragma once
// Conditions of branches, as data: what keeps every proof about a graph decidable. Values; any
// thread.

#include <cstdint>
#include <vector>

#include "engine/dialog/slot.h"

namespace waymark {

struct Condition {
  enum class Kind : std::uint8_t { Known, Is, AtLeast, AtMost, All, Any, Not };
  Kind kind = Kind::Known;
  StableId slot = 0;                // of the first four
  SlotValue value;                  // of Is; a number for AtLeast and AtMost
  std::vector<Condition> children;  // of All and Any; one for Not
};

// A slot that is not set makes Is, AtLeast and AtMost false.
[[nodiscard]] bool holds(const Condition& condition, const std::vector<SlotEntry>& slots);

}  // namespace waymark
