#include "engine/dialog/condition.h"

#include <doctest/doctest.h>

#include <utility>

namespace waymark {
namespace {

using Kind = Condition::Kind;

constexpr StableId kNation = stable_id("nation");
constexpr StableId kSessions = stable_id("sessions");
constexpr StableId kOnline = stable_id("wants_online");
constexpr StableId kUnset = stable_id("unset");

Condition known(StableId slot) { return {Kind::Known, slot, {}, {}}; }

Condition compare(Kind kind, StableId slot, SlotValue value) { return {kind, slot, value, {}}; }

Condition group(Kind kind, std::vector<Condition> children) {
  return {kind, 0, {}, std::move(children)};
}

std::vector<SlotEntry> slots() {
  return {{kNation, stable_id("scotland")}, {kSessions, std::int32_t{10}}, {kOnline, false}};
}

TEST_CASE("condition: a slot is compared with a value") {
  struct Row {
    const char* name;
    Condition condition;
    bool holds;
  };
  const Row rows[] = {
      {"a set slot is known", known(kNation), true},
      {"a slot set to no is known", known(kOnline), true},
      {"an unset slot is not known", known(kUnset), false},
      {"is", compare(Kind::Is, kNation, stable_id("scotland")), true},
      {"is another", compare(Kind::Is, kNation, stable_id("wales")), false},
      {"is no", compare(Kind::Is, kOnline, false), true},
      {"is yes", compare(Kind::Is, kOnline, true), false},
      {"is, of an unset slot", compare(Kind::Is, kUnset, false), false},
      {"at least, equal", compare(Kind::AtLeast, kSessions, std::int32_t{10}), true},
      {"at least, under", compare(Kind::AtLeast, kSessions, std::int32_t{11}), false},
      {"at most, equal", compare(Kind::AtMost, kSessions, std::int32_t{10}), true},
      {"at most, over", compare(Kind::AtMost, kSessions, std::int32_t{9}), false},
      {"at least, of an unset slot", compare(Kind::AtLeast, kUnset, std::int32_t{-5}), false},
      {"at most, of an unset slot", compare(Kind::AtMost, kUnset, std::int32_t{5}), false},
      {"at least, of a slot that is no number", compare(Kind::AtLeast, kNation, std::int32_t{0}),
       false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(holds(row.condition, slots()) == row.holds);
  }
}

TEST_CASE("condition: all, any and not join others") {
  const Condition yes = known(kNation);
  const Condition no = known(kUnset);
  struct Row {
    const char* name;
    Condition condition;
    bool holds;
  };
  const Row rows[] = {
      {"all of two", group(Kind::All, {yes, yes}), true},
      {"all with one that fails", group(Kind::All, {yes, no}), false},
      {"all of none", group(Kind::All, {}), true},
      {"any of two", group(Kind::Any, {no, yes}), true},
      {"any where all fail", group(Kind::Any, {no, no}), false},
      {"any of none", group(Kind::Any, {}), false},
      {"not a true one", group(Kind::Not, {yes}), false},
      {"not a false one", group(Kind::Not, {no}), true},
      {"one inside another",
       group(Kind::All, {yes, group(Kind::Not, {group(Kind::Any, {no, no})})}), true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(holds(row.condition, slots()) == row.holds);
  }
}

TEST_CASE("condition: the comparison of an unset slot is false, so its negation is true") {
  const Condition is = compare(Kind::Is, kUnset, stable_id("scotland"));
  CHECK_FALSE(holds(is, {}));
  CHECK(holds(group(Kind::Not, {is}), {}));
}

}  // namespace
}  // namespace waymark
