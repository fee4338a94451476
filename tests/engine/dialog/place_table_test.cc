#include "engine/dialog/place_table.h"

#include <doctest/doctest.h>

#include "engine/dialog/slot.h"

namespace waymark {

TEST_CASE("place table: outward codes as numbers and back") {
  for (const char* code : {"M1", "M14", "LS6", "SW1A", "EC1A", "BT9", "E1W", "ZE1", "W1A"}) {
    CAPTURE(code);
    const auto number = outward_code_number(code);
    REQUIRE(number.has_value());
    CHECK(outward_code_text(*number) == code);
  }
  CHECK(outward_code_number("ls6") == outward_code_number("LS6"));
  for (const char* other :
       {"", "M", "LS", "LS6 3AB", "LS63AB", "6", "ABC1", "LS6A1", "england.leeds"}) {
    CAPTURE(other);
    CHECK_FALSE(outward_code_number(other).has_value());
  }
  for (const std::int32_t number : {-5, 0, 1, 37, 99'999'999}) {
    CAPTURE(number);
    CHECK(outward_code_text(number).empty());
  }
}

TEST_CASE("place table: an outward code without exact data is where its area is") {
  PlaceTable places;
  REQUIRE(places.add({"LS", {53.8, -1.5}, {"england"}, false}));
  REQUIRE(places.add({"LS6", {53.82, -1.57}, {"england"}, false}));
  REQUIRE(places.add({"wales.cardiff", {51.5, -3.2}, {"wales"}, false}));
  CHECK_FALSE(places.add({"LS", {50, 0}, {"wales"}, false}));
  const auto at = [&places](const char* code) {
    const Place* place = places.find(SlotValue(*outward_code_number(code)));
    return place == nullptr ? std::string("none") : place->name;
  };
  CHECK(at("LS6") == "LS6");
  CHECK(at("LS7") == "LS");
  CHECK(at("M1") == "none");
  const Place* town = places.find(SlotValue(stable_id("wales.cardiff")));
  REQUIRE(town != nullptr);
  CHECK(town->at.longitude == -3.2);
  CHECK(places.find(SlotValue(stable_id("wales.nowhere"))) == nullptr);
  CHECK(places.find(SlotValue(true)) == nullptr);
}

TEST_CASE("place table: a slot holds a town or an outward code and nothing else") {
  SlotDefinition slot;
  slot.type = SlotType::Place;
  slot.values = {"wales.cardiff"};
  const SlotValue town(stable_id("wales.cardiff"));
  const SlotValue code(*outward_code_number("LS6"));
  CHECK(allows(slot, town));
  CHECK(allows(slot, code));
  CHECK_FALSE(allows(slot, SlotValue(stable_id("wales.nowhere"))));
  CHECK_FALSE(allows(slot, SlotValue(std::int32_t{7})));
  CHECK_FALSE(allows(slot, SlotValue(true)));
  CHECK(value_text(slot, town) == "wales.cardiff");
  CHECK(value_text(slot, code) == "LS6");
}

}  // namespace waymark
