#include "engine/turn/crisis.h"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

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

TEST_CASE("risk tail: a statement of risk in several messages is at risk") {
  const std::vector<std::vector<std::string_view>> talks = {
      {"I want", "to die"},
      {"i", "want", "to", "die"},
      {"i want to.", "die"},
      {"hello there I really just want", "to die now"},
      {"there is no point", "in living"},
  };
  for (const std::vector<std::string_view>& talk : talks) {
    CAPTURE(talk.front());
    Conversation conversation;
    for (const std::string_view line : talk) {
      CHECK_FALSE(conversation.turn().reply.safety);
      conversation.say(line);
    }
    CHECK(conversation.turn().reply.safety);
    CHECK(conversation.turn().trace.risk_with_before);
    CHECK(conversation.session().risk.tail.empty());
  }
}

TEST_CASE("risk tail: what belongs to no statement is not read as one") {
  Conversation talk;
  CHECK_FALSE(talk.say("i want to know what ipt is").turn().reply.safety);
  CHECK_FALSE(talk.say("to die for").turn().reply.safety);
  CHECK_FALSE(talk.say("i want").choose("intent:help.cost").turn().reply.safety);
  CHECK_FALSE(talk.say("to die for").turn().reply.safety);  // a button ended what was begun
  CHECK_FALSE(talk.turn().trace.risk_with_before);
}

TEST_CASE("risk tail: what was at risk by itself is not read again with the next message") {
  Conversation talk;
  CHECK(talk.say("i want to die").turn().reply.safety);
  CHECK_FALSE(talk.say("tonight").turn().reply.safety);
  CHECK(talk.says("engine.help_stays"));
}

}  // namespace waymark
