#include "engine/verify/change_list.h"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("change list: a value is new, gone or changed, or nothing is told") {
  ChangeList list;
  list.turn_to(ChangeArea::Facts, "samaritans");
  list.compare("The phone number", "", "116 123");
  list.compare("The cost", "free", "");
  list.compare("The name", "A", "B");
  list.compare("The note", "same", "same");
  CHECK(list.take() ==
        std::vector<Change>{
            {ChangeArea::Facts, "samaritans", "The phone number is new.", "", "116 123"},
            {ChangeArea::Facts, "samaritans", "The cost is gone.", "free", ""},
            {ChangeArea::Facts, "samaritans", "The name has changed.", "A", "B"}});
}

TEST_CASE("change list: members come and go, whatever their order") {
  ChangeList list;
  list.compare_members({"a", "b"}, {"c", "b"}, "It lost", "It has");
  const std::vector<Change> changes = list.take();
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].sentence == "It lost \"a\".");
  CHECK(changes[1].sentence == "It has \"c\".");
}

TEST_CASE("change list: by area, then by id, else in the order in which it was told") {
  ChangeList list;
  list.turn_to(ChangeArea::Pack, "a");
  list.add("fourth");
  list.turn_to(ChangeArea::Crisis, "b");
  list.add("second");
  list.add("third");
  list.turn_to(ChangeArea::Crisis, "a");
  list.add("first");
  std::vector<std::string> order;
  for (const Change& change : list.take()) order.push_back(change.sentence);
  CHECK(order == std::vector<std::string>{"first", "second", "third", "fourth"});
}

TEST_CASE("change list: a list reads like one") {
  CHECK(listed({}).empty());
  CHECK(listed({"a"}) == "a");
  CHECK(listed({"a", "b", "c"}) == "a, b and c");
}

}  // namespace waymark
