#include <doctest/doctest.h>

#include "tests/fakes/pack_versions.h"

namespace waymark {

TEST_CASE("pack changes: version, menu and what is remembered") {
  fakes::SmallPack after;
  after.replace("pack.json", "1.0.0", "1.1.0");
  after.replace("pack.json", "[\"ipt.what_is\", \"help.cost\"]",
                "[\"help.cost\", \"ipt.what_is\"]");
  after.replace("pack.json", "\"max\": 50", "\"max\": 40");
  const std::vector<Change> changes = fakes::changes_to(after);
  REQUIRE(changes.size() == 3);
  CHECK(changes[0] == Change{ChangeArea::Pack, "sessions",
                             "What is remembered as \"sessions\" has changed.",
                             "number from 0 to 50", "number from 0 to 40"});
  CHECK(changes[1].sentence == "The version of the pack \"small\" has changed.");
  CHECK(changes[2].sentence == "The menu offers the same in another order.");
}

}  // namespace waymark
