#include "engine/turn/fallback.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "tests/engine/turn/conversation.h"

namespace waymark {
namespace {

using fakes::Conversation;

TEST_CASE("fallback: the second time running is said in other words, with ways on") {
  Conversation talk;
  CHECK(talk.say("qwxz").said() == "fallback.sorry");
  for (int i = 0; i < 3; ++i) {
    CHECK(talk.say("qwxz").said() == "engine.fallback.again");
    CHECK(talk.offered() == "intent:ipt.what_is intent:help.cost");
  }
}

TEST_CASE("fallback: a message that is understood ends the run") {
  Conversation talk;
  talk.say("qwxz").say("i feel low");
  CHECK(talk.say("qwxz").said() == "fallback.sorry");
}

TEST_CASE("fallback: an open question stays open and is asked in its other wording") {
  Conversation talk;
  talk.say("what is ipt").say("qwxz");
  CHECK(talk.said() == "engine.not_understood ipt.what_is.reask");
  CHECK(talk.waiting() == "ipt.what_is/more");
  talk.say("qwxz");
  CHECK(talk.waiting() == "ipt.what_is/more");
  CHECK(talk.say("yes").says("ipt.what_is.long"));
}

TEST_CASE("fallback: in a called flow the caller does not go on without an answer") {
  Conversation talk;
  talk.say("how much is therapy").say("qwxz");
  CHECK_FALSE(talk.says("help.cost.elsewhere"));
  CHECK(talk.waiting() == "help.nation/ask");
  CHECK(talk.say("Scotland").says("help.cost.scotland"));
}

TEST_CASE("fallback: a called flow whose question is let go does not go on by itself") {
  fakes::SmallPack pack;
  pack.replace("flows/help.nation.json", R"("when_left": "resume")", R"("when_left": "forget")");
  Conversation talk(fakes::compiled(pack));
  talk.say("how much is therapy").say("qwxz");
  CHECK_FALSE(talk.says("help.cost.elsewhere"));
  CHECK_FALSE(talk.say("i feel low").says("help.cost.elsewhere"));
}

TEST_CASE("fallback: a question that was left stays left") {
  Conversation talk;
  talk.say("what is ipt").say("how much is therapy").say("qwxz");
  CHECK(talk.waiting() == "help.nation/ask");
  CHECK(talk.session().stack.size() == 2);
}

TEST_CASE("clarify: a near message is asked about, never answered") {
  Conversation talk;
  talk.say("interpersonal");
  CHECK(talk.decision() == "clarify");
  CHECK(talk.said() == "engine.clarify");
  CHECK(talk.offered() == "intent:ipt.what_is intent:none");
  CHECK_FALSE(talk.says("ipt.what_is.short"));
}

TEST_CASE("clarify: an offered meaning is taken by button, number, label or yes") {
  for (const std::string_view pick : {"1", "option 1", "What is IPT?", "yes", "yeah"}) {
    CAPTURE(pick);
    Conversation talk;
    CHECK(talk.say("interpersonal").say(pick).says("ipt.what_is.short"));
  }
  Conversation talk;
  CHECK(talk.say("interpersonal").choose("intent:ipt.what_is").says("ipt.what_is.short"));
}

TEST_CASE("clarify: none of them is not understood, by button or typed") {
  Conversation pressed;
  CHECK(pressed.say("interpersonal").choose("intent:none").decision() == "fallback");
  for (const std::string_view text : {"None of these", "2", "no"}) {
    CAPTURE(text);
    Conversation talk;
    CHECK(talk.say("interpersonal").say(text).decision() == "fallback");
  }
}

TEST_CASE("clarify: an offer holds for one turn only") {
  Conversation talk;
  talk.say("interpersonal").say("thanks").say("yes");
  CHECK_FALSE(talk.says("ipt.what_is.short"));
  CHECK(talk.session().offered.empty());
}

TEST_CASE("clarify: an open question stays open") {
  Conversation talk;
  talk.say("what is ipt").say("cost");
  CHECK(talk.decision() == "clarify");
  CHECK(talk.waiting() == "ipt.what_is/more");
}

TEST_CASE("menu: offers the pack's topics and remembers them") {
  const Bundle& bundle = *fakes::shared_small_bundle();
  DialogRunner runner(bundle, start_session(bundle, "en-GB"), UtcSeconds{});
  offer_menu(bundle, runner);
  CHECK(runner.session().offered ==
        std::vector<StableId>{stable_id("ipt.what_is"), stable_id("help.cost")});
  REQUIRE(runner.outputs().size() == 1);
  CHECK(std::get<ChoiceLabels>(runner.outputs()[0]).entries.size() == 2);
}

TEST_CASE("topic button: carries the topic's id and its title") {
  const Bundle& bundle = *fakes::shared_small_bundle();
  const IntentIndex cost = *bundle.find_intent(stable_id("help.cost"));
  const ChoiceLabels::Entry entry = intent_choice(bundle, cost);
  CHECK(entry.id.value == "intent:help.cost");
  CHECK(entry.label == bundle.intents[cost].title);
  CHECK(knows_choice(bundle, entry.id));
}

TEST_CASE("fallback: in the end a person is offered, in turn with the menu") {
  fakes::SmallPack pack;
  pack.replace("pack.json", R"("slots": {)",
               R"("doors": {"person": "depression.feeling_low"}, "slots": {)");
  Conversation talk(fakes::compiled(pack));
  talk.say("what is ipt").say("qwxz");
  for (int i = 0; i < 2; ++i) {
    CHECK(talk.say("qwxz").said() == "engine.fallback.again");
    CHECK(talk.say("qwxz").says("depression.feeling_low.hear"));
  }
  CHECK(talk.say("yes").says("ipt.what_is.long"));
}

TEST_CASE("fallback: the level counts the ways to ask again, then the menu and a person") {
  const Bundle& bundle = *fakes::shared_small_bundle();
  Session session = start_session(bundle, "en-GB");
  for (const std::size_t level : {0U, 1U, 1U, 1U}) {
    CHECK(fallback_level(bundle, session) == level);
    ++session.fallbacks;
  }
}

}  // namespace
}  // namespace waymark
