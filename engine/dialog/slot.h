#pragma once
// What a conversation may remember: declared slots of a closed type. Never free text. Values; any
// thread.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/api/session.h"

namespace waymark {

// A place is a town that the pack knows, or the outward part of a postcode.
enum class SlotType : std::uint8_t { Choice, Number, YesNo, Place };

// A range of a score: from here to the next band.
struct Band {
  std::string name;
  std::int32_t from = 0;
};

struct SlotDefinition {
  std::string id;
  SlotType type = SlotType::Choice;
  std::vector<std::string> values;  // of a Choice; of a Place its towns
  std::int32_t min = 0;             // of a Number
  std::int32_t max = 0;
  std::vector<StableId> sum_of;  // of a score: the number slots that it adds up
  std::vector<Band> bands;       // of a score, from low to high
  StableId tells = 0;            // of a Place: the slot that takes its nation, if any
};

// The value of a slot in a session, if it has one.
[[nodiscard]] std::optional<SlotValue> find_slot(const std::vector<SlotEntry>& slots, StableId id);

// Whether a value is one that the definition allows.
[[nodiscard]] bool allows(const SlotDefinition& slot, const SlotValue& value);

// What a score adds up to; nothing while a part of it is not known, or for another slot.
[[nodiscard]] std::optional<std::int32_t> score_of(const SlotDefinition& slot,
                                                   const std::vector<SlotEntry>& slots);

// The value in words, as prompts show it: the choice's name, the number, "yes" or "no".
[[nodiscard]] std::string value_text(const SlotDefinition& slot, const SlotValue& value);

}  // namespace waymark
