#include "engine/turn/router.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "tests/engine/turn/conversation.h"

namespace waymark {
namespace {

using fakes::Conversation;
using fakes::SmallPack;

TEST_CASE("routing: crisis help comes first in every state, whatever else is said") {
  const std::string_view messages[] = {"i want to die",
                                       "start over. i want to die",
                                       "stop, i want to die",
                                       "yes i want to die",
                                       "1. i want to die",
                                       "what is ipt? i want to die",
                                       "qwxz i want to die",
                                       "go back i want to kill myself",
                                       "i have taken an overdose",
                                       "scotland, he hits me",
                                       "say that again: i want to die",
                                       "thanks, no point in living"};
  for (const fakes::State& state : fakes::states()) {
    for (const std::string_view message : messages) {
      CAPTURE(state.name);
      CAPTURE(message);
      Conversation talk = fakes::talk_in(state);
      talk.say(message);
      CHECK(talk.decision() == "crisis");
      CHECK(talk.turn().reply.safety);
      CHECK(talk.said().starts_with("crisis."));
    }
  }
}

TEST_CASE("routing: a command is taken in every state") {
  for (const fakes::State& state : fakes::states()) {
    for (const std::string_view message : {"start over", "say that again", "go back", "stop"}) {
      CAPTURE(state.name);
      CAPTURE(message);
      Conversation talk = fakes::talk_in(state);
      talk.say(message);
      CHECK(talk.decision() == "command");
      // The help of a crisis is what is said again right after it.
      const bool repeats_help =
          state.name.starts_with("after crisis") && message == "say that again";
      CHECK(talk.turn().reply.safety == repeats_help);
      CHECK_FALSE(talk.turn().reply.parts.empty());
    }
  }
}

TEST_CASE("routing: a command comes before the answer to an open question") {
  SmallPack pack;
  pack.replace("flows/ipt.what_is.json", R"("label": "chat.no.title", "intents": ["chat.no"])",
               R"("label": "command.stop.title", "intents": ["command.stop"])");
  Conversation talk(fakes::compiled(pack));
  talk.say("what is ipt").say("stop");
  CHECK(talk.decision() == "command");
  CHECK(talk.said() == "engine.stopped");
  talk.say("what is ipt").say("2");
  CHECK(talk.decision() == "answer");
}

TEST_CASE("routing: the answer to an open question comes before a digression") {
  SmallPack pack;
  pack.replace("flows/ipt.what_is.json", R"("intents": ["chat.yes"])",
               R"("intents": ["chat.yes", "help.cost"])");
  Conversation talk(fakes::compiled(pack));
  talk.say("what is ipt").say("how much is therapy");
  CHECK(talk.decision() == "answer");
  CHECK(talk.said() == "ipt.what_is.long");
}

TEST_CASE("routing: another topic at a question is a digression where the question comes back") {
  Conversation talk;
  talk.say("what is ipt").say("i feel low");
  CHECK(talk.decision() == "digress");
  CHECK(talk.waiting() == "ipt.what_is/more");
}

TEST_CASE("routing: another topic lets a question go that does not come back") {
  Conversation talk;
  talk.start().say("i feel low");
  CHECK(talk.decision() == "start");
  CHECK(talk.waiting().empty());
  CHECK(talk.session().stack.empty());
}

TEST_CASE("routing: what nothing fits is a fallback in every state") {
  for (const fakes::State& state : fakes::states()) {
    CAPTURE(state.name);
    Conversation talk = fakes::talk_in(state);
    talk.say("qwxz");
    CHECK(talk.decision() == "fallback");
    CHECK(talk.turn().trace.intent == "none");
  }
}

TEST_CASE("routing: an answer without a question is not understood") {
  Conversation talk;
  talk.say("yes");
  CHECK(talk.turn().trace.intent == "chat.yes");
  CHECK(talk.decision() == "fallback");
}

TEST_CASE("routing: risk that is denied, past or an idiom goes the ordinary way") {
  for (const std::string_view message :
       {"i don't want to die. what is ipt", "what is ipt? years ago i wanted to die",
        "i want to die of embarrassment. what is ipt"}) {
    CAPTURE(message);
    Conversation talk;
    talk.say(message);
    CHECK(talk.decision() == "start");
    CHECK(talk.says("ipt.what_is.short"));
  }
}

TEST_CASE("routing: a question beside a disclosure is answered after a kind word") {
  Conversation talk;
  talk.say("i feel low. how much is therapy?");
  CHECK(talk.turn().trace.intent == "help.cost");
  CHECK(talk.said() == "depression.feeling_low.sorry help.nation.ask");
  talk.say("start over").say("how much is therapy");
  CHECK_FALSE(talk.says("depression.feeling_low.sorry"));
}

TEST_CASE("routing: two questions that fit alike are offered to choose from") {
  SmallPack pack;
  pack.put("intents/tie.json", R"({"locale": "en-GB", "intents": [
    {"id": "tie.left", "class": "question", "title": "nation.england", "starts": "chat.thanks",
     "patterns": ["blue door", "left side"], "examples": ["left side", "the left side", "a left side"]},
    {"id": "tie.right", "class": "question", "title": "nation.wales", "starts": "chat.thanks",
     "patterns": ["blue door", "right side"],
     "examples": ["right side", "the right side", "a right side"]}]})");
  Conversation talk(fakes::compiled(pack));
  talk.say("the blue door");
  CHECK(talk.decision() == "clarify");
  CHECK(talk.offered() == "intent:tie.left intent:tie.right intent:none");
  CHECK(talk.say("left side").decision() == "start");
}

TEST_CASE("routing: with cues the likeliest meaning is answered, all told") {
  Conversation talk(fakes::shared_cue_bundle());
  talk.say("your fees");
  CHECK(talk.decision() == "start");
  CHECK(talk.turn().trace.intent == "help.cost");
  CHECK(talk.turn().trace.decision.reason == "the likeliest meaning, all told");
  CHECK(talk.said() == "help.nation.ask");
}

TEST_CASE("routing: with cues other likely meanings are offered beside the answer") {
  Conversation talk(fakes::shared_cue_bundle());
  talk.say("sorrow");
  CHECK(talk.decision() == "start");
  CHECK(talk.said() == "depression.feeling_low.hear engine.or_else");
  CHECK(talk.offered() == "intent:help.cost");
  CHECK_FALSE(talk.say("your fees").says("engine.or_else"));
}

TEST_CASE("routing: what is offered beside an answer leads somewhere") {
  Conversation talk(fakes::shared_cue_bundle());
  talk.say("talk");
  CHECK(talk.said() == "ipt.what_is.short ipt.what_is.ask engine.or_else");
  CHECK(talk.offered() ==
        "ipt.what_is/more/yes ipt.what_is/more/no intent:help.cost intent:chat.thanks");
}

TEST_CASE("routing: with cues what is not likely is asked back, among the nearest") {
  Conversation talk(fakes::shared_cue_bundle());
  talk.say("mood");
  CHECK(talk.decision() == "clarify");
  CHECK(talk.said() == "engine.clarify");
  CHECK(talk.offered() == "intent:depression.feeling_low intent:help.cost intent:none");
  CHECK(talk.say("2").decision() == "start");
  CHECK(talk.turn().trace.decision.target == "help.cost");
  CHECK(talk.say("homework").decision() == "fallback");
}

TEST_CASE("routing: with cues several questions are answered in their order, the last in full") {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"what is ipt? how much is therapy?", "ipt.what_is.short help.nation.ask"},
      {"what is ipt? what is ipt?", "ipt.what_is.short ipt.what_is.ask"},
      {"i feel low. what is ipt? how much is therapy?",
       "depression.feeling_low.sorry ipt.what_is.short help.nation.ask"},
  };
  for (const auto& [text, said] : rows) {
    CAPTURE(text);
    Conversation talk(fakes::shared_cue_bundle());
    talk.say(text);
    CHECK(talk.decision() == "start");
    CHECK(talk.said() == said);
  }
}

TEST_CASE("routing: with cues crisis help and commands keep their place") {
  Conversation talk(fakes::shared_cue_bundle());
  CHECK(talk.say("talk about goodbyes").decision() == "crisis");
  CHECK(talk.said() == "crisis.suicide samaritans crisis.where");
  CHECK(talk.say("talk").decision() == "start");
  CHECK(talk.say("stop").decision() == "command");
}

TEST_CASE("routing: two questions that fit alike are told apart by cues") {
  SmallPack pack;
  pack.put("intents/tie.json", R"({"locale": "en-GB", "intents": [
    {"id": "tie.left", "class": "question", "title": "nation.england", "starts": "chat.thanks",
     "patterns": ["blue door", "left side"], "examples": ["left side", "the left side", "a left side"]},
    {"id": "tie.right", "class": "question", "title": "nation.wales", "starts": "chat.thanks",
     "patterns": ["blue door", "right side"],
     "examples": ["right side", "the right side", "a right side"]}]})");
  pack.put("cues/intents.json", fakes::small_intent_cues({R"("=tie.left": "tie.left 3000")",
                                                          R"("=tie.right": "tie.right 2900")",
                                                          R"("harbour": "tie.right 3000")"}));
  Conversation talk(fakes::compiled(pack));
  talk.say("the blue door");
  CHECK(talk.decision() == "start");
  CHECK(talk.turn().trace.decision.target == "tie.left");
  CHECK(talk.offered() == "intent:tie.right");
  talk.say("the blue door of the harbour");
  CHECK(talk.turn().trace.decision.target == "tie.right");
  CHECK(talk.offered().empty());
}

TEST_CASE("routing: a pressed choice is taken in every state") {
  struct Row {
    std::string_view choice;
    std::string_view decision;
  };
  const Row rows[] = {{"help.nation/ask/wales", "answer"},
                      {"intent:command.stop", "command"},
                      {"intent:none", "fallback"},
                      {"intent:chat.yes", "fallback"},
                      {"intent:no.such", "fallback"},
                      {"no/such/choice", "fallback"},
                      {"", "fallback"}};
  for (const fakes::State& state : fakes::states()) {
    for (const Row& row : rows) {
      CAPTURE(state.name);
      CAPTURE(row.choice);
      Conversation talk = fakes::talk_in(state);
      CHECK(talk.choose(row.choice).decision() == row.decision);
    }
  }
}

TEST_CASE("routing: a chosen topic at a question is a digression like a typed one") {
  Conversation talk;
  talk.say("what is ipt").choose("intent:depression.feeling_low");
  CHECK(talk.decision() == "digress");
  CHECK(talk.waiting() == "ipt.what_is/more");
}

TEST_CASE("routing: a decision gives its reason") {
  for (const std::string_view message :
       {"i want to die", "stop", "what is ipt", "interpersonal", "yes", "qwxz", ""}) {
    CAPTURE(message);
    Conversation talk;
    talk.say(message);
    CHECK_FALSE(talk.turn().trace.decision.reason.empty());
  }
}

TEST_CASE("routing: the opening of the chat is welcomed without looking at any text") {
  const Bundle& bundle = *fakes::shared_small_bundle();
  const Decision decision = route(bundle, start_session(bundle, "en-GB"), StartMessage{}, {});
  CHECK(decision.kind == DecisionKind::Welcome);
}

}  // namespace
}  // namespace waymark
