#include "engine/turn/dialog_runner.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "engine/api/check.h"
#include "engine/api/limits.h"
#include "tests/engine/turn/conversation.h"

namespace waymark {
namespace {

using fakes::Conversation;
using fakes::SmallPack;

using Kind = StackFrame::Kind;

NodeRef ref(const char* flow, const char* node) { return {stable_id(flow), stable_id(node)}; }

constexpr StableId kNation = stable_id("nation");

TEST_CASE("flow: a called flow comes back to its caller with what it learned") {
  Conversation talk;
  talk.say("how much is therapy");
  CHECK(talk.waiting() == "help.nation/ask");
  CHECK(talk.session().stack == std::vector<StackFrame>{{Kind::Caller, ref("help.cost", "place")}});
  talk.say("Scotland");
  CHECK(talk.said() == "help.cost.scotland clinic help.cost.online");
  CHECK(talk.session().stack.empty());
  CHECK(find_slot(talk.session().slots, kNation) == SlotValue(stable_id("scotland")));
}

TEST_CASE("flow: a branch goes by what is known") {
  struct Row {
    std::string_view nation;
    std::string_view said;
  };
  const Row rows[] = {{"Scotland", "help.cost.scotland clinic help.cost.online"},
                      {"England", "help.cost.online"},
                      {"Wales", "help.cost.elsewhere help.cost.online"}};
  for (const Row& row : rows) {
    CAPTURE(row.nation);
    Conversation talk;
    CHECK(talk.say("how much is therapy").say(row.nation).said() == row.said);
  }
}

TEST_CASE("flow: what is known is not asked again") {
  Conversation talk;
  talk.say("how much is therapy").say("Wales").say("how much is therapy");
  CHECK(talk.said() == "help.cost.elsewhere help.cost.online");
  CHECK(talk.session().stack.empty());
}

TEST_CASE("flow: slots are set by choices and nodes, and show in what is said") {
  Conversation talk;
  talk.say("how much is therapy").say("Scotland");
  CHECK(std::get<TextPart>(talk.turn().reply.parts.front()).text == "In scotland this page helps.");
  talk.say("yes");
  CHECK(std::get<TextPart>(talk.turn().reply.parts.front()).text == "Plan for 16 sessions.");
  CHECK(find_slot(talk.session().slots, stable_id("wants_online")) == SlotValue(true));
  CHECK(talk.waiting().empty());
}

TEST_CASE("digression: the question comes back with a bridge and its other wording") {
  Conversation talk;
  talk.say("what is ipt").say("i feel low");
  CHECK(talk.said() == "depression.feeling_low.hear engine.resume ipt.what_is.reask");
  CHECK(talk.offered() == "ipt.what_is/more/yes ipt.what_is/more/no");
  CHECK(talk.waiting() == "ipt.what_is/more");
  CHECK(talk.session().stack.empty());
  CHECK(talk.say("yes").said() == "ipt.what_is.long");
}

TEST_CASE("digression: a question without other wording comes back in its own") {
  Conversation talk;
  talk.say("how much is therapy").say("i feel low");
  CHECK(talk.said() == "depression.feeling_low.hear engine.resume help.nation.ask");
  CHECK(talk.say("Wales").says("help.cost.elsewhere"));
}

TEST_CASE("digression: an open menu at its end yields to the question that was left") {
  Conversation talk;
  talk.say("what is ipt").say("how much is therapy").say("Wales");
  CHECK(talk.said() == "help.cost.elsewhere engine.resume ipt.what_is.reask");
  CHECK_FALSE(talk.says("help.cost.online"));
  CHECK(talk.waiting() == "ipt.what_is/more");
}

TEST_CASE("digression: one inside another comes back step by step") {
  Conversation talk;
  talk.say("how much is therapy").say("what is ipt").say("i feel low");
  CHECK(talk.waiting() == "ipt.what_is/more");
  talk.say("yes");
  CHECK(talk.said() == "ipt.what_is.long engine.resume help.nation.ask");
  CHECK(talk.say("Wales").says("help.cost.elsewhere"));
}

TEST_CASE("digression: the same topic again does not bring its question back twice") {
  Conversation talk;
  talk.say("what is ipt").say("what is ipt").say("what is ipt").say("yes");
  CHECK(talk.said() == "ipt.what_is.long");
  CHECK(talk.waiting().empty());
}

TEST_CASE("digression: however many, the stack stays within its bound and every turn answers") {
  Conversation talk;
  for (int i = 0; i < 20; ++i) {
    for (const std::string_view text : {"how much is therapy", "what is ipt"}) {
      talk.say(text);
      CHECK(talk.session().stack.size() <= kMaxStackDepth);
      CHECK_FALSE(talk.turn().reply.parts.empty());
    }
  }
  for (int i = 0; i < 20 && talk.session().waiting.is_set(); ++i) talk.say("1");
  CHECK_FALSE(talk.session().waiting.is_set());
}

TEST_CASE("stale button: it is taken, and what was open since then is let go") {
  Conversation talk;
  talk.say("what is ipt").say("how much is therapy").choose("ipt.what_is/more/yes");
  CHECK(talk.said() == "ipt.what_is.long");
  CHECK(talk.waiting().empty());
  CHECK(talk.session().stack.empty());
}

TEST_CASE("stale button: of a called flow, without its caller, it still ends well") {
  Conversation talk;
  talk.say("how much is therapy").say("start over").choose("help.nation/ask/wales");
  CHECK(find_slot(talk.session().slots, kNation) == SlotValue(stable_id("wales")));
  CHECK_FALSE(talk.turn().reply.parts.empty());
}

// Events of a runner that starts a flow with a session.
struct Run {
  explicit Run(Session session)
      : runner(*fakes::shared_small_bundle(), std::move(session), UtcSeconds{}) {}
  DialogRunner runner;
};

Session with_stack(std::vector<StackFrame> stack) {
  Session session = start_session(*fakes::shared_small_bundle(), "en-GB");
  session.stack = std::move(stack);
  return session;
}

TEST_CASE("runner: without a left question there is nothing to take up") {
  for (const auto& stack :
       {std::vector<StackFrame>{}, {{Kind::Caller, ref("help.cost", "place")}}}) {
    Run run(with_stack(stack));
    CHECK_FALSE(run.runner.resume());
    CHECK(run.runner.outputs().empty());
    CHECK(run.runner.session().stack == stack);
  }
}

TEST_CASE("runner: frames that mean nothing in this version are passed over") {
  const Bundle& bundle = *fakes::shared_small_bundle();
  const FlowIndex thanks = *bundle.intents[*bundle.find_intent(stable_id("chat.thanks"))].starts;
  Run run(with_stack({{Kind::Question, ref("ipt.what_is", "more")},
                      {Kind::Question, ref("help.cost", "scottish")},
                      {Kind::Caller, ref("ipt.what_is", "more")},
                      {Kind::Question, ref("gone", "gone")},
                      {Kind::Caller, ref("gone", "gone")}}));
  run.runner.run(thanks);
  CHECK(run.runner.session().stack.empty());
  CHECK(run.runner.session().waiting == ref("ipt.what_is", "more"));
}

TEST_CASE("runner: events lead from the old session to the new one") {
  const Bundle& bundle = *fakes::shared_small_bundle();
  Run run(with_stack({{Kind::Question, ref("ipt.what_is", "more")}}));
  run.runner.run(bundle.start);
  std::vector<std::string> path;
  for (const PathStep& step : run.runner.path()) path.push_back(bundle.graph.path(step.node));
  CHECK(path == std::vector<std::string>{"welcome/hello", "welcome/menu", "ipt.what_is/more"});
  CHECK(run.runner.take_events().size() == 2);
}

TEST_CASE("runner: a flow that would go on for ever is stopped as a bug") {
  Bundle bundle;
  std::vector<Node> nodes(1);
  nodes[0].body = SetNode{{}, NodeIndex{0}};
  bundle.graph = DialogGraph({{"circle", NodeIndex{0}}}, std::move(nodes));
  DialogRunner runner(bundle, Session{}, UtcSeconds{});
  CHECK_THROWS_AS(runner.run(FlowIndex{0}), BrokenCheck);
}

}  // namespace
}  // namespace waymark
