#include <doctest/doctest.h>

#include <algorithm>
#include <string_view>

#include "tests/fakes/pack_versions.h"

namespace waymark {

TEST_CASE("route changes: each way on from a step is told by its words") {
  struct Row {
    const char* from;
    const char* to;
    fakes::Sentences sentences;
  };
  const std::vector<Row> rows = {
      {R"("set": {"wants_online": true},
     "next": "plan"})",
       R"("set": {"wants_online": false},
     "next": "length"}, {"id": "maybe", "label": "nation.wales", "next": "plan"})",
       {"At \"help.cost/online\", the choice \"Wales\" is new; it leads to \"help.cost/plan\".",
        "At \"help.cost/online\", the choice \"Yes\" now leads to \"help.cost/length\", not to "
        "\"help.cost/plan\".",
        "At \"help.cost/online\", what the choice \"Yes\" does besides has changed."}},
      {"\"next\": \"online\"}]}",
       "\"next\": \"scottish\"}]}",
       {"At \"help.cost/by_nation\", the talk, when nation is england and not (sessions is known), "
        "now leads to \"help.cost/scottish\", not to \"help.cost/online\"."}},
      {"\"sessions\": 16",
       "\"sessions\": 12",
       {"At \"help.cost/plan\", what the step does has changed."}},
      {"{\"text\": \"help.cost.scotland\"}, {\"contact\": \"clinic\"}",
       "{\"contact\": \"clinic\"}, {\"text\": \"help.cost.scotland\"}",
       {"At \"help.cost/scottish\", the step shows the same in another order."}},
      {"[{\"text\": \"help.cost.elsewhere\"}]",
       "[{\"contact\": \"samaritans\"}]",
       {"At \"help.cost/elsewhere\", the step no longer shows the words \"help.cost.elsewhere\".",
        "At \"help.cost/elsewhere\", the step now shows the contact \"samaritans\"."}},
      {"\"flow\": \"help.nation\", \"next\": \"by_nation\"",
       "\"flow\": \"chat.thanks\", \"next\": \"by_nation\"",
       {"At \"help.cost/place\", what the step does has changed."}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.to);
    fakes::SmallPack after;
    after.replace("flows/help.cost.json", row.from, row.to);
    if (std::string_view(row.from).find("help.nation") != std::string_view::npos) {
      after.replace("flows/welcome.json", "\"next\": \"flow:ipt.what_is\"",
                    "\"next\": \"flow:help.nation\"");
    }
    fakes::Sentences told;
    for (const Change& change : fakes::changes_to(after)) {
      if (change.about == "help.cost") told.push_back(change.sentence);
    }
    std::ranges::sort(told);
    fakes::Sentences wanted = row.sentences;
    std::ranges::sort(wanted);
    CHECK(told == wanted);
  }
}

TEST_CASE("route changes: steps and flows come and go") {
  fakes::SmallPack after;
  after.replace("flows/fallback.json", "\"start\": \"sorry\"", "\"start\": \"first\"");
  after.replace("flows/fallback.json", "\"sorry\": {",
                R"("first": {"kind": "set", "set": {"sessions": 1}, "next": "sorry"}, "sorry": {)");
  CHECK(fakes::sentences_of(after) ==
        fakes::Sentences{"The first step of the flow \"fallback\" has changed.",
                         "The step \"fallback/first\" is new."});
}

TEST_CASE("route changes: what a meaning starts") {
  fakes::SmallPack after;
  after.replace("intents/topics.json", "\"starts\": \"ipt.what_is\"", "\"starts\": \"help.cost\"");
  const std::vector<Change> changes = fakes::changes_to(after);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].sentence == "What follows when somebody means \"ipt.what_is\" has changed.");
  CHECK(changes[0].before == "starts the flow \"ipt.what_is\"");
  CHECK(changes[0].after == "starts the flow \"help.cost\"");
}

}  // namespace waymark
