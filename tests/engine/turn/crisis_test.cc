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

}  // namespace waymark
