#include "engine/verify/state_key.h"

#include <doctest/doctest.h>

#include <functional>
#include <vector>

#include "engine/api/engine.h"
#include "tests/engine/turn/conversation.h"

namespace waymark {

namespace {

struct Row {
  std::string what;
  std::function<void(Session&)> change;
  bool matters = true;
};

}  // namespace

TEST_CASE("state key: differs where a talk can go on differently, and only there") {
  const BundlePtr bundle = fakes::shared_small_bundle();
  const SlotLiveness liveness(*bundle);
  const NodeRef menu{stable_id("welcome"), stable_id("menu")};
  const std::vector<Row> rows = {
      {"the open question", [&](Session& s) { s.waiting = menu; }},
      {"a question left", [&](Session& s) { s.stack.push_back({{}, menu}); }},
      {"not understood", [](Session& s) { s.fallbacks = 1; }},
      {"not understood again", [](Session& s) { s.fallbacks = 2; }},
      {"meanings offered", [](Session& s) { s.offered = {7}; }},
      {"at risk now", [](Session& s) { s.risk.times_shown = 1; }},
      {"the nation", [](Session& s) { s.slots = {{stable_id("nation"), stable_id("wales")}}; }},
      {"the first message", [](Session& s) { s.turn = 1; }},
      {"the locale", [](Session& s) { s.locale = 5; }},
      {"steps that can be taken back", [&](Session& s) { s.trail.push_back({menu, 0, {}, 0, {}}); },
       false},
      {"a wording", [](Session& s) { s.variants = {{3, 1}}; }, false},
      {"what was said", [&](Session& s) { s.last_said = menu; }, false},
      {"a slot that nothing reads",
       [](Session& s) { s.slots = {{stable_id("wants_online"), true}}; }, false},
  };
  const Session fresh = start_session(*bundle, "en-GB");
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Session changed = fresh;
    row.change(changed);
    CHECK((state_key(liveness, changed) != state_key(liveness, fresh)) == row.matters);
  }
}

TEST_CASE("state key: risk a moment ago is another state than risk earlier") {
  const BundlePtr bundle = fakes::shared_small_bundle();
  const SlotLiveness liveness(*bundle);
  Session now = start_session(*bundle, "en-GB");
  now.risk.times_shown = 1;
  Session earlier = now;
  earlier.risk.turns_since = 1;
  Session long_ago = now;
  long_ago.risk.turns_since = 200;
  CHECK(state_key(liveness, now) != state_key(liveness, earlier));
  CHECK(state_key(liveness, earlier) == state_key(liveness, long_ago));
}

}  // namespace waymark
