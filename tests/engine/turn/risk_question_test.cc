#include "engine/turn/risk_question.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "engine/api/proof.h"
#include "tests/engine/turn/conversation.h"

namespace waymark {
namespace {

using fakes::Conversation;

// The small pack with a question at the end of the plan for what only may mean suicide.
fakes::SmallPack asking_pack() {
  fakes::SmallPack pack;
  pack.replace("crisis_plan.json", R"({"category": "safety.suicide",
   "parts": [{"text": "crisis.suicide"}, {"contact": "samaritans"},)",
               R"({"category": "safety.suicide", "tier": "indirect", "asks": true,
   "parts": [{"text": "crisis.other"}, {"contact": "emergency.999"}]},
  {"category": "safety.suicide",
   "parts": [{"text": "crisis.suicide"}, {"contact": "samaritans"},)");
  pack.replace("crisis_plan.json", R"("last_resort")",
               R"("question": {"text": "help.cost.reask", "yes": "chat.yes.title",
   "not_sure": "ipt.what_is.title", "no": "chat.no.title", "heard": "chat.thanks.reply"},
 "last_resort")");
  pack.replace("prompts/en-GB/topics.json", R"("prompts": {)",
               R"("prompts": {"help.cost.reask": "Are you in danger?",)");
  pack.put("lexicon/answers.json", R"({"locale": "en-GB", "entities": {"answer": {
    "yes": ["^ yes"], "no": ["^ no $", "^ not at all $", "^ no thanks"],
    "not_sure": ["^ maybe", "^ sometimes $"], "skip": ["^ skip $"]}}})");
  return pack;
}

constexpr std::string_view kHint = "there is no point in living";

BundlePtr asking_bundle() {
  static const BundlePtr bundle = fakes::compiled(asking_pack());
  return bundle;
}

TEST_CASE("risk question: is asked at the end of the plan, with buttons, and once") {
  Conversation talk(asking_bundle());
  talk.say(kHint);
  CHECK(talk.turn().reply.safety);
  CHECK(talk.said() == "crisis.other emergency.999 help.cost.reask");
  CHECK(talk.offered() == "risk:yes risk:not_sure risk:no");
  talk.say("what is ipt?").say(kHint);
  CHECK(talk.turn().reply.safety);
  CHECK_FALSE(talk.says("help.cost.reask"));
}

TEST_CASE("risk question: a worrying answer counts as said outright") {
  for (const std::string_view answer :
       {"yes", "Yes, what does it cost?", "maybe", "sometimes", "skip"}) {
    CAPTURE(answer);
    Conversation talk(asking_bundle());
    talk.say(kHint).say(answer);
    CHECK(talk.turn().reply.safety);
    CHECK(talk.says("crisis.suicide"));
    CHECK(talk.turn().trace.safety == "safety.suicide");
    CHECK(talk.turn().trace.safety_tier == "explicit");
  }
  for (const std::string_view button : {"risk:yes", "risk:not_sure"}) {
    CAPTURE(button);
    Conversation talk(asking_bundle());
    talk.say(kHint).choose(button);
    CHECK(talk.turn().reply.safety);
    CHECK(talk.says("crisis.suicide"));
  }
}

TEST_CASE("risk question: no is heard, help stays in sight, and the talk goes on") {
  for (const bool is_typed : {false, true}) {
    Conversation talk(asking_bundle());
    talk.say("what is ipt?").say(kHint);
    const std::string open = talk.waiting();
    REQUIRE_FALSE(open.empty());
    is_typed ? talk.say("no") : talk.choose("risk:no");
    CHECK_FALSE(talk.turn().reply.safety);
    CHECK(talk.says("chat.thanks.reply"));
    CHECK(talk.says("engine.help_stays"));
    CHECK(talk.waiting() == open);
  }
}

TEST_CASE("risk question: what asks something else is answered, with help in sight") {
  Conversation talk(asking_bundle());
  talk.say(kHint).say("no thanks, how much is therapy in all these places");
  CHECK_FALSE(talk.turn().reply.safety);
  CHECK(talk.turn().trace.intent == "help.cost");
  CHECK(talk.says("engine.help_stays"));
}

TEST_CASE("risk question: words answer it only in the next turn, buttons always") {
  Conversation talk(asking_bundle());
  talk.say(kHint).say("what is ipt?").say("maybe");
  CHECK_FALSE(talk.turn().reply.safety);
  CHECK(talk.choose("risk:yes").turn().reply.safety);
}

TEST_CASE("risk question: a statement of risk beside an answer goes first") {
  Conversation talk(asking_bundle());
  talk.say(kHint).say("no. i want to die");
  CHECK(talk.turn().reply.safety);
  CHECK(talk.says("crisis.suicide"));
}

TEST_CASE("risk question: an opened chat shows it as it stood") {
  Conversation talk(asking_bundle());
  talk.say(kHint).start();
  CHECK(talk.says("help.cost.reask"));
  CHECK(talk.say("maybe").turn().reply.safety);
}

TEST_CASE("risk question: a pack without one knows none of its buttons") {
  CHECK_FALSE(knows_choice(*fakes::shared_small_bundle(), ChoiceId{"risk:yes"}));
  CHECK(knows_choice(*asking_bundle(), ChoiceId{"risk:yes"}));
  CHECK_FALSE(knows_choice(*asking_bundle(), ChoiceId{"risk:perhaps"}));
  Conversation talk;
  CHECK_FALSE(talk.say(kHint).choose("risk:yes").turn().reply.safety);
}

TEST_CASE("risk question: a pack that asks is proved") {
  const ProofReport report = prove(*asking_bundle());
  for (const Diagnostic& finding : report.findings) MESSAGE(format_diagnostic(finding));
  CHECK(report.findings.empty());
}

TEST_CASE("risk question: a plan that asks without a question is a finding") {
  fakes::SmallPack pack = asking_pack();
  pack.replace("crisis_plan.json",
               R"("question": {"text": "help.cost.reask", "yes": "chat.yes.title",
   "not_sure": "ipt.what_is.title", "no": "chat.no.title", "heard": "chat.thanks.reply"},)",
               "");
  const CompileResult result = pack.compile();
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics.front().code == "WM215");
}

}  // namespace
}  // namespace waymark
