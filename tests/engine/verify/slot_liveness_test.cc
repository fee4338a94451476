#include "engine/verify/slot_liveness.h"

#include <doctest/doctest.h>

#include "engine/api/engine.h"
#include "tests/engine/turn/conversation.h"

namespace waymark {

namespace {

Session session_with_slots(const Bundle& bundle) {
  Session session = start_session(bundle, "en-GB");
  session.slots = {{stable_id("sessions"), std::int32_t{16}},
                   {stable_id("wants_online"), true},
                   {stable_id("nation"), stable_id("wales")}};
  return session;
}

}  // namespace

TEST_CASE("slot liveness: what the crisis plan or the start of a flow reads matters always") {
  const BundlePtr bundle = fakes::shared_small_bundle();
  const auto live = SlotLiveness(*bundle).live(session_with_slots(*bundle));
  REQUIRE(live.size() == 2);
  CHECK(live[0].slot == stable_id("nation"));
  CHECK(live[1].slot == stable_id("sessions"));
}

TEST_CASE("slot liveness: a slot matters where it is read before it is set again") {
  fakes::SmallPack pack;
  pack.replace(
      "flows/help.cost.json", "\"done\": {\"kind\": \"end\"}",
      "\"done\": {\"kind\": \"end\"}, \"late\": {\"kind\": \"ask\", \"parts\": [], "
      "\"when_left\": \"forget\", "
      "\"choices\": [{\"id\": \"on\", \"label\": \"chat.yes.title\", \"next\": \"length\"}]}");
  pack.replace("flows/help.cost.json",
               "\"plan\": {\"kind\": \"set\", \"set\": {\"sessions\": 16}, "
               "\"next\": \"length\"}",
               "\"plan\": {\"kind\": \"set\", \"set\": {\"sessions\": 16}, \"next\": \"late\"}");
  const BundlePtr bundle = fakes::compiled(pack);
  const SlotLiveness liveness(*bundle);
  Session session = session_with_slots(*bundle);
  CHECK(liveness.live(session).size() == 2);
  session.waiting = {stable_id("help.cost"), stable_id("late")};
  CHECK(liveness.live(session).size() == 3);
  session.waiting = {};
  session.stack = {{StackFrame::Kind::Question, {stable_id("help.cost"), stable_id("late")}}};
  CHECK(liveness.live(session).size() == 3);
}

}  // namespace waymark
