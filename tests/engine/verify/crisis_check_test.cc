#include "engine/verify/crisis_check.h"

#include <doctest/doctest.h>

#include <functional>
#include <utility>
#include <vector>

#include "tests/engine/turn/conversation.h"

namespace waymark {

namespace {

struct Crisis {
  Session before;
  Turn turn;
};

Crisis crisis() {
  fakes::Conversation talk;
  talk.start();
  talk.say("what is ipt");
  Session before = talk.session();
  talk.say("i want to die");
  return {std::move(before), talk.turn()};
}

}  // namespace

TEST_CASE("crisis check: the plan that is due, by tier before any tier") {
  const Bundle& bundle = *fakes::shared_small_bundle();
  CHECK(plan_due(bundle, RiskCategory::Suicide, RiskTier::Emergency)->parts.size() == 2);
  CHECK(plan_due(bundle, RiskCategory::Suicide, RiskTier::Explicit)->parts.size() == 4);
  CHECK(plan_due(Bundle(), RiskCategory::Suicide, RiskTier::Explicit) == nullptr);
}

TEST_CASE("crisis check: help that is first, whole and marked is no fault, all else is one") {
  const Bundle& bundle = *fakes::shared_small_bundle();
  const CrisisPlan& plan = *plan_due(bundle, RiskCategory::Suicide, RiskTier::Explicit);
  const Crisis seen = crisis();
  CHECK(crisis_fault(bundle, plan, seen.before, seen.turn.reply).empty());
  const std::vector<std::pair<std::string, std::function<void(Reply&)>>> faults = {
      {"not marked", [](Reply& r) { r.safety = false; }},
      {"empty", [](Reply& r) { r.parts.clear(); }},
      {"something first",
       [](Reply& r) { r.parts.insert(r.parts.begin(), TextPart{"First.", PromptId{"a.b"}}); }},
      {"no words", [](Reply& r) { std::get<TextPart>(r.parts[0]).text.clear(); }},
      {"no contact", [](Reply& r) { r.parts.erase(r.parts.begin() + 1); }},
      {"another contact",
       [](Reply& r) { std::get<ContactPart>(r.parts[1]).service = ServiceId{"clinic"}; }},
      {"no number", [](Reply& r) { std::get<ContactPart>(r.parts[1]).phone.clear(); }},
      {"cut off", [](Reply& r) { r.parts.resize(2); }},
  };
  for (const auto& [what, make] : faults) {
    CAPTURE(what);
    Reply reply = seen.turn.reply;
    make(reply);
    CHECK_FALSE(crisis_fault(bundle, plan, seen.before, reply).empty());
  }
}

TEST_CASE("crisis check: help for one nation is wanted of its people only") {
  const Bundle& bundle = *fakes::shared_small_bundle();
  const CrisisPlan& plan = *plan_due(bundle, RiskCategory::Suicide, RiskTier::Explicit);
  const Crisis seen = crisis();
  Session english = seen.before;
  english.slots = {{stable_id("nation"), stable_id("england")}};
  CHECK_FALSE(crisis_fault(bundle, plan, english, seen.turn.reply).empty());
}

TEST_CASE("crisis check: the visitor can go on where they were") {
  const Crisis seen = crisis();
  CHECK(carry_on_fault(seen.before, seen.turn.session).empty());
  const std::vector<std::pair<std::string, std::function<void(Session&)>>> faults = {
      {"the question", [](Session& s) { s.waiting = {}; }},
      {"the stack", [](Session& s) { s.stack.push_back({}); }},
      {"the slots", [](Session& s) { s.slots.push_back({1, true}); }},
      {"the memory", [](Session& s) { s.risk = {}; }},
  };
  for (const auto& [what, make] : faults) {
    CAPTURE(what);
    Session after = seen.turn.session;
    make(after);
    CHECK_FALSE(carry_on_fault(seen.before, after).empty());
  }
}

}  // namespace waymark
