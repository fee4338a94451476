#include "engine/turn/commands.h"

#include <doctest/doctest.h>

#include "tests/engine/turn/conversation.h"

namespace waymark {
namespace {

using fakes::Conversation;

TEST_CASE("restart: begins again and forgets what was said, but not the risk") {
  Conversation talk;
  talk.say("how much is therapy").say("Scotland").say("i want to die").say("start over");
  CHECK(talk.says("welcome.hello"));
  CHECK(talk.waiting() == "welcome/menu");
  CHECK(talk.session().slots.empty());
  CHECK(talk.session().stack.empty());
  CHECK(talk.session().turn == 4);
  CHECK(talk.session().risk.times_shown == 1);
}

TEST_CASE("repeat: says the last answer again") {
  Conversation talk;
  talk.say("i feel low");
  const Reply first = talk.turn().reply;
  CHECK(talk.say("say that again").turn().reply == first);
  CHECK(talk.say("say that again").turn().reply == first);
}

TEST_CASE("repeat: says a question again and leaves it open") {
  Conversation talk;
  talk.say("what is ipt").say("say that again");
  CHECK(talk.said() == "ipt.what_is.short ipt.what_is.ask");
  CHECK(talk.waiting() == "ipt.what_is/more");
}

TEST_CASE("repeat: says an answer again, not the question that it answered") {
  Conversation talk;
  talk.say("what is ipt").say("yes").say("say that again");
  CHECK(talk.said() == "ipt.what_is.long");
}

TEST_CASE("repeat: the welcome can be said again too") {
  Conversation talk;
  CHECK(talk.start().say("say that again").says("welcome.hello"));
  CHECK(talk.say("start over").say("say that again").says("welcome.hello"));
}

TEST_CASE("repeat: a question that was taken up again stays open") {
  Conversation talk;
  talk.say("what is ipt").say("i feel low").say("say that again");
  CHECK(talk.says("depression.feeling_low.hear"));
  CHECK(talk.waiting() == "ipt.what_is/more");
}

TEST_CASE("repeat: in a called flow the caller goes on once") {
  Conversation talk;
  talk.say("how much is therapy").say("say that again").say("say that again");
  CHECK(talk.said() == "help.nation.ask");
  CHECK(talk.session().stack.size() == 1);
  talk.say("Wales").say("no");
  CHECK(talk.waiting().empty());
  CHECK_FALSE(talk.says("help.cost.elsewhere"));
}

TEST_CASE("repeat: after crisis help the help is said again") {
  Conversation talk;
  talk.say("what is ipt").say("i want to die").say("say that again");
  CHECK(talk.says("crisis.suicide"));
  CHECK(talk.says("samaritans"));
}

TEST_CASE("repeat: with nothing said yet there is a way on") {
  Conversation talk;
  talk.say("say that again");
  CHECK(talk.said() == "engine.nothing_to_repeat");
  CHECK(talk.offered() == "intent:ipt.what_is intent:help.cost");
}

TEST_CASE("back: takes up the question that was left") {
  Conversation talk;
  talk.say("how much is therapy").say("what is ipt").say("go back");
  CHECK(talk.said() == "engine.resume help.nation.ask");
  CHECK(talk.waiting() == "help.nation/ask");
  CHECK(talk.say("Wales").says("help.cost.elsewhere"));
}

TEST_CASE("back: with nothing left open there is a way on, and an open question stays") {
  for (const auto& [said, waiting] : {std::pair{"thanks", ""},
                                      {"what is ipt", "ipt.what_is/more"},
                                      {"how much is therapy", "help.nation/ask"}}) {
    CAPTURE(said);
    Conversation talk;
    talk.say(said).say("go back");
    CHECK(talk.said() == "engine.back.nothing");
    CHECK(talk.offered() == "intent:ipt.what_is intent:help.cost");
    CHECK(talk.waiting() == waiting);
  }
}

TEST_CASE("stop: lets everything go, and the talk can begin again") {
  Conversation talk;
  talk.say("how much is therapy").say("what is ipt").say("stop");
  CHECK(talk.said() == "engine.stopped");
  CHECK(talk.waiting().empty());
  CHECK(talk.session().stack.empty());
  CHECK(talk.say("what is ipt").says("ipt.what_is.short"));
}

TEST_CASE("command: every one runs on a session that has nothing") {
  const Bundle& bundle = *fakes::shared_small_bundle();
  for (const Command command :
       {Command::Restart, Command::Repeat, Command::Back, Command::Change, Command::Stop}) {
    DialogRunner runner(bundle, Session{}, UtcSeconds{});
    run_command(bundle, command, runner);
    CHECK_FALSE(runner.outputs().empty());
  }
}

}  // namespace
}  // namespace waymark
