#include "engine/turn/crisis.h"

#include <doctest/doctest.h>

#include "tests/engine/turn/conversation.h"

namespace waymark {

using fakes::Conversation;

TEST_CASE("crisis plan: is shown, marked as safety, and counted once") {
  Conversation talk;
  talk.say("i want to die");
  CHECK(talk.turn().reply.safety);
  CHECK(talk.session().risk.times_shown == 1);
}

TEST_CASE("crisis plan: is said again on request, without being counted again") {
  Conversation talk;
  talk.say("i want to die");
  const Reply first = talk.turn().reply;
  talk.say("say that again");
  CHECK(talk.turn().reply == first);
  CHECK(talk.session().risk.times_shown == 1);
}

TEST_CASE("crisis plan: is no longer what is repeated once the talk went on") {
  Conversation talk;
  talk.say("i want to die");
  talk.say("what is ipt");
  talk.say("say that again");
  CHECK_FALSE(talk.turn().reply.safety);
}

TEST_CASE("crisis plan: what is open now comes before what is closed, which says when it opens") {
  fakes::SmallPack pack;
  pack.replace(
      "crisis_plan.json", R"("parts": [{"text": "crisis.suicide"}, {"contact": "samaritans"},)",
      R"("parts": [{"text": "crisis.suicide"}, {"contact": "clinic"}, {"contact": "samaritans"},)");
  pack.replace("services.json", R"("nations": ["scotland"])", R"("nations": ["all"])");
  const BundlePtr bundle = fakes::compiled(pack);
  const UtcSeconds monday = std::chrono::sys_days(std::chrono::November / 23 / 2026);
  Conversation by_day(bundle);
  by_day.at(monday + std::chrono::hours(12)).say("i want to die");
  CHECK(by_day.said() == "crisis.suicide clinic samaritans crisis.where");
  Conversation at_night(bundle);
  at_night.at(monday + std::chrono::hours(3)).say("i want to die");
  CHECK(at_night.said() == "crisis.suicide samaritans clinic crisis.where");
  const auto& closed = std::get<ContactPart>(at_night.turn().reply.parts[2]);
  CHECK(closed.hours.starts_with("Closed. Opens today at 9am."));
}

}  // namespace waymark
