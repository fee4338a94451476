#include <doctest/doctest.h>

#include "tests/fakes/pack_versions.h"

namespace waymark {

TEST_CASE("difference: a pack does not differ from itself") {
  CHECK(fakes::changes_to(fakes::SmallPack()).empty());
}

TEST_CASE("difference: the crisis plan is told before the facts, wordings and routes") {
  fakes::SmallPack after;
  after.replace("pack.json", "1.0.0", "1.1.0");
  after.replace("flows/fallback.json", "fallback.sorry", "welcome.hello");
  after.replace("prompts/en-GB/topics.json", "\"Hello.\"", "\"Good day.\"");
  after.replace("services.json", "116 123", "116 124");
  after.replace("crisis_plan.json", "\"help.cost\"]", "\"chat.thanks\"]");
  std::vector<ChangeArea> areas;
  for (const Change& change : fakes::changes_to(after)) {
    if (areas.empty() || areas.back() != change.area) areas.push_back(change.area);
  }
  CHECK(areas == std::vector<ChangeArea>{ChangeArea::Crisis, ChangeArea::Facts,
                                         ChangeArea::Wordings, ChangeArea::Routes,
                                         ChangeArea::Pack});
}

TEST_CASE("difference: a file that differs in nothing that a visitor meets is named") {
  fakes::SmallPack after;
  after.replace("hazards.json", "Odd words.", "Very odd words.");
  CHECK(fakes::sentences_of(after) ==
        fakes::Sentences{"The file \"hazards.json\" differs in nothing that a visitor meets."});
}

}  // namespace waymark
