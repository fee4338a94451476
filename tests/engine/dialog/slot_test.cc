#include "engine/dialog/slot.h"

#include <doctest/doctest.h>

namespace waymark {
namespace {

const SlotDefinition kNation{"nation", SlotType::Choice, {"england", "scotland"}, 0, 0};
const SlotDefinition kSessions{"sessions", SlotType::Number, {}, 0, 50};
const SlotDefinition kOnline{"wants_online", SlotType::YesNo, {}, 0, 0};

TEST_CASE("slot: a value is found by its slot, and nothing where it is not set") {
  const std::vector<SlotEntry> slots = {{1, std::int32_t{5}}, {2, true}};
  CHECK(find_slot(slots, 1) == SlotValue(std::int32_t{5}));
  CHECK(find_slot(slots, 2) == SlotValue(true));
  CHECK_FALSE(find_slot(slots, 3).has_value());
  CHECK_FALSE(find_slot({}, 1).has_value());
}

TEST_CASE("slot: only values of the declared kind and range are allowed") {
  struct Row {
    const char* name;
    const SlotDefinition& slot;
    SlotValue value;
    bool allowed;
  };
  const Row rows[] = {
      {"a declared choice", kNation, stable_id("scotland"), true},
      {"a choice that is not declared", kNation, stable_id("france"), false},
      {"no choice at all", kNation, StableId{0}, false},
      {"a number for a choice", kNation, std::int32_t{1}, false},
      {"yes for a choice", kNation, true, false},
      {"the least number", kSessions, std::int32_t{0}, true},
      {"the largest number", kSessions, std::int32_t{50}, true},
      {"under the least", kSessions, std::int32_t{-1}, false},
      {"over the largest", kSessions, std::int32_t{51}, false},
      {"a choice for a number", kSessions, stable_id("scotland"), false},
      {"yes for a number", kSessions, true, false},
      {"yes", kOnline, true, true},
      {"no", kOnline, false, true},
      {"a number for yes or no", kOnline, std::int32_t{1}, false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(allows(row.slot, row.value) == row.allowed);
  }
}

TEST_CASE("slot: a value in words is what prompts show") {
  CHECK(value_text(kNation, stable_id("scotland")) == "scotland");
  CHECK(value_text(kSessions, std::int32_t{-7}) == "-7");
  CHECK(value_text(kOnline, true) == "yes");
  CHECK(value_text(kOnline, false) == "no");
}

TEST_CASE("slot: a choice that is no longer declared shows as nothing") {
  CHECK(value_text(kNation, stable_id("france")).empty());
}

}  // namespace
}  // namespace waymark
