#include "engine/session/tracker.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "engine/api/engine.h"
#include "engine/api/limits.h"
#include "tests/engine/turn/conversation.h"

namespace waymark {
namespace {

using Kind = StackFrame::Kind;

NodeRef at(StableId number) { return {number, number + 1}; }

Session after(std::vector<Event> events, Session session = {}) {
  for (const Event& event : events) apply_event(session, event);
  return session;
}

TEST_CASE("tracker: turns are counted") { CHECK(after({TurnCounted{}, TurnCounted{}}).turn == 2); }

TEST_CASE("tracker: what waits and what was said are replaced") {
  const Session session = after({Waited{at(1)}, Said{at(2)}, Waited{at(3)}});
  CHECK(session.waiting == at(3));
  CHECK(session.last_said == at(2));
  CHECK_FALSE(after({Waited{at(1)}, Waited{}}).waiting.is_set());
}

TEST_CASE("tracker: the stack gives back what was put on it last") {
  const Session session =
      after({Pushed{{Kind::Question, at(1)}}, Pushed{{Kind::Caller, at(2)}}, Popped{}});
  CHECK(session.stack == std::vector<StackFrame>{{Kind::Question, at(1)}});
  CHECK(after({Popped{}}).stack.empty());
  CHECK(after({Pushed{{Kind::Caller, at(1)}}, StackCleared{}}).stack.empty());
}

TEST_CASE("tracker: a full stack lets its oldest frame go") {
  Session session;
  for (StableId i = 1; i <= kMaxStackDepth + 3; ++i) {
    apply_event(session, Pushed{{Kind::Question, at(i)}});
  }
  REQUIRE(session.stack.size() == kMaxStackDepth);
  CHECK(session.stack.front().at == at(4));
  CHECK(session.stack.back().at == at(kMaxStackDepth + 3));
}

TEST_CASE("tracker: a slot is set once, then changed") {
  const Session session =
      after({SlotSet{{1, true}}, SlotSet{{2, std::int32_t{3}}}, SlotSet{{1, false}}});
  CHECK(session.slots == std::vector<SlotEntry>{{1, false}, {2, std::int32_t{3}}});
}

TEST_CASE("tracker: slots over the bound are not kept, those that are there still change") {
  Session session;
  for (StableId i = 1; i <= kMaxSlots + 5; ++i) apply_event(session, SlotSet{{i, true}});
  apply_event(session, SlotSet{{1, false}});
  CHECK(session.slots.size() == kMaxSlots);
  CHECK(session.slots.front() == SlotEntry{1, false});
}

TEST_CASE("tracker: being understood ends a run of fallbacks") {
  CHECK(after({FallbackCounted{}, FallbackCounted{}}).fallbacks == 2);
  CHECK(after({FallbackCounted{}, Understood{}}).fallbacks == 0);
}

TEST_CASE("tracker: offers are replaced and bounded") {
  CHECK(after({Offered{{1, 2}}, Offered{{3}}}).offered == std::vector<StableId>{3});
  CHECK(after({Offered{std::vector<StableId>(100, 7)}}).offered.size() == kMaxOffered);
  CHECK(after({Offered{{1}}, Offered{}}).offered.empty());
}

TEST_CASE("tracker: the memory of wordings keeps the latest") {
  CHECK(after({VariantUsed{1, 1}, VariantUsed{2, 1}, VariantUsed{1, 2}}).variants ==
        std::vector<VariantEntry>{{2, 1}, {1, 2}});
  Session session;
  for (StableId i = 1; i <= kMaxVariantMemory + 2; ++i) apply_event(session, VariantUsed{i, 1});
  CHECK(session.variants.size() == kMaxVariantMemory);
  CHECK(session.variants.front().prompt == 3);
  CHECK(session.variants.back().prompt == kMaxVariantMemory + 2);
}

TEST_CASE("tracker: a shown crisis plan is remembered with what it was for") {
  const Session session = after({RiskSeen{5, 3, true}, RiskQuiet{}, RiskQuiet{}});
  CHECK(session.risk == RiskMemory{5, 3, 1, 2, 0, {}, {}});
}

TEST_CASE("tracker: a weak cue counts and leaves what was shown before") {
  const Session session = after({RiskSeen{5, 3, true}, RiskQuiet{}, RiskSeen{6, 1, false}});
  CHECK(session.risk == RiskMemory{5, 3, 1, 0, 1, {}, {}});
}

TEST_CASE(
    "tracker: the words before a message are kept until help was shown or the talk restarts") {
  const std::vector<StableId> words = {7, 0, 8};
  CHECK(after({RiskTailKept{words}}).risk.tail == words);
  CHECK(after({RiskTailKept{words}, RiskTailKept{}}).risk.tail.empty());
  CHECK(after({RiskTailKept{words}, RiskSeen{5, 3, true}}).risk.tail.empty());
  CHECK(after({RiskTailKept{words}, Restarted{}}).risk.tail.empty());
  const std::vector<StableId> many(kMaxRiskTail + 5, StableId{1});
  CHECK(after({RiskTailKept{many}}).risk.tail.size() == kMaxRiskTail);
}

TEST_CASE("tracker: our question about risk is open for one turn") {
  CHECK(after({RiskAsked{}}).risk.question == RiskQuestion::Open);
  CHECK(after({RiskAsked{}, TurnCounted{}}).risk.question == RiskQuestion::Asked);
  CHECK(after({TurnCounted{}}).risk.question == RiskQuestion::NotAsked);
  CHECK(after({RiskAsked{}, TurnCounted{}, Restarted{}}).risk.question == RiskQuestion::Asked);
}

TEST_CASE("tracker: counters stop at their end instead of beginning again") {
  Session session;
  for (int i = 0; i < 300; ++i) {
    for (const Event& event :
         std::vector<Event>{FallbackCounted{}, RiskSeen{1, 3, true}, RiskSeen{1, 1, false}}) {
      apply_event(session, event);
    }
  }
  CHECK(session.fallbacks == 255);
  CHECK(session.risk.times_shown == 255);
  CHECK(session.risk.weak_cues == 255);
  for (int i = 0; i < 300; ++i) apply_event(session, RiskQuiet{});
  CHECK(session.risk.turns_since == 255);
}

TEST_CASE("tracker: a fresh start forgets the talk but not the risk") {
  Session before;
  before.locale = 1;
  before.pack_version = 2;
  before.turn = 3;
  before.waiting = at(4);
  before.last_said = at(5);
  before.fallbacks = 6;
  before.risk = {7, 3, 1, 2, 1};
  before.stack = {{Kind::Question, at(8)}};
  before.slots = {{9, true}};
  before.offered = {10};
  before.variants = {{11, 1}};

  Session expected;
  expected.locale = 1;
  expected.pack_version = 2;
  expected.turn = 3;
  expected.risk = {7, 3, 1, 2, 1};
  expected.variants = {{11, 1}};
  CHECK(after({Restarted{}}, before) == expected);
}

// The session as a record at the start of the last turn and after each of its events.
std::vector<std::string> records_of(const std::vector<std::string>& texts) {
  fakes::Conversation talk;
  Session session = talk.session();
  std::vector<std::string> records;
  for (const std::string& text : texts) {
    session = talk.session();
    records = {encode_session(session)};
    talk.say(text);
    for (const Event& event : talk.turn().events) {
      apply_event(session, event);
      records.push_back(encode_session(session));
    }
  }
  records.push_back(encode_session(talk.session()));
  return records;
}

// Numbers that Ofcom keeps free for drama. If one number could be told from another by what is
// kept, something of it was kept.
TEST_CASE("tracker: no event and no session record holds a phone number or an address") {
  struct Row {
    std::string before;
    std::string message;
    std::string one, other;
  };
  const Row rows[] = {
      {"", "call me on @", "07700 900123", "07700 900456"},
      {"", "@", "07700900123", "07700900456"},
      {"what is ipt", "@", "+44 7700 900123", "+44 7700 900456"},
      {"how much is therapy", "@", "07700 900123", "07700 900456"},
      {"how much is therapy", "text 18001 @ please", "0161 496 0123", "0161 496 0456"},
      {"", "18001 @", "116 123", "111"},
      {"", "write to @", "ann@example.org", "bob@example.org"},
      {"what is ipt", "@", "ann@example.org", "bob@example.org"},
      {"how much is therapy", "@ i want to die", "ann@example.org", "07700 900123"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    const auto with = [&](const std::string& contact) {
      std::string message = row.message;
      message.replace(message.find('@'), 1, contact);
      return row.before.empty() ? records_of({message}) : records_of({row.before, message});
    };
    const std::vector<std::string> kept = with(row.one);
    CHECK(kept == with(row.other));
    for (const std::string& record : kept) {
      CHECK(record.find(row.one) == std::string::npos);
      CHECK(record.find("900123") == std::string::npos);
    }
  }
}

TEST_CASE("tracker: a slot is forgotten, another one stays") {
  const Session session = after({SlotSet{{1, true}}, SlotSet{{2, true}}, SlotForgotten{1}});
  CHECK(session.slots == std::vector<SlotEntry>{{2, true}});
}

TEST_CASE("tracker: steps are kept up to their bound, and go when what is open is let go") {
  Session session;
  for (StableId i = 1; i <= kMaxTrail + 2; ++i) {
    TrailStep step;
    step.at = {i, i};
    apply_event(session, Stepped{step});
  }
  CHECK(session.trail.size() == kMaxTrail);
  CHECK(session.trail.back().at == NodeRef{kMaxTrail + 2, kMaxTrail + 2});
  apply_event(session, StepTakenBack{});
  CHECK(session.trail.size() == kMaxTrail - 1);
  apply_event(session, StackCleared{});
  CHECK(session.trail.empty());
}

TEST_CASE("tracker: what is for the host changes nothing") {
  CHECK(after({Raised{"check.done"}, HandedOff{"desk"}}) == Session{});
}

}  // namespace
}  // namespace waymark
