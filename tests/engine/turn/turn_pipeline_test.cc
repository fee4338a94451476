#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/api/engine.h"
#include "engine/api/limits.h"
#include "engine/session/tracker.h"
#include "tests/engine/turn/conversation.h"

namespace waymark {
namespace {

using fakes::Conversation;

TEST_CASE("crisis help: what is said goes by tier and nation") {
  struct Row {
    std::string_view nation;
    std::string_view text;
    std::string_view said;
  };
  const Row rows[] = {
      {"", "i have taken an overdose", "crisis.emergency emergency.999"},
      {"", "i want to die", "crisis.suicide samaritans crisis.where"},
      {"England", "i want to die", "crisis.suicide samaritans nhs.111"},
      {"Scotland", "i want to die", "crisis.suicide samaritans"},
      {"England", "i have taken an overdose", "crisis.emergency emergency.999"},
      {"", "he hits me", "crisis.other emergency.999"},
      {"", "my brother wants to die", "crisis.other samaritans"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.nation);
    CAPTURE(row.text);
    Conversation talk;
    if (!row.nation.empty()) talk.say("how much is therapy").say(row.nation);
    talk.say(row.text);
    CHECK(talk.said() == row.said);
    CHECK(talk.turn().reply.safety);
  }
}

TEST_CASE("crisis help: offers a way on, and contacts with number and hours") {
  Conversation talk;
  talk.say("i want to die");
  CHECK(talk.offered() == "intent:depression.feeling_low intent:help.cost");
  const auto& parts = talk.turn().reply.parts;
  const auto contact = std::ranges::find_if(
      parts, [](const Part& part) { return std::holds_alternative<ContactPart>(part); });
  REQUIRE(contact != parts.end());
  CHECK(std::get<ContactPart>(*contact) ==
        ContactPart{ServiceId{"samaritans"}, "Samaritans", "116 123", "", "",
                    "https://www.samaritans.org", "Day and night",
                    "Somebody listens day and night."});
}

TEST_CASE("crisis help: stays in sight in the next turn, and the talk goes on") {
  Conversation talk;
  talk.say("what is ipt").say("i want to die");
  CHECK(talk.waiting() == "ipt.what_is/more");
  talk.say("yes");
  CHECK(talk.said() == "ipt.what_is.long engine.help_stays");
  CHECK_FALSE(talk.turn().reply.safety);
  CHECK_FALSE(talk.say("i feel low").says("engine.help_stays"));
}

TEST_CASE("crisis help: comes again as often as it is needed") {
  Conversation talk;
  for (int i = 0; i < 3; ++i) {
    CHECK(talk.say("i want to die").said() == "crisis.suicide samaritans crisis.where");
  }
  CHECK(talk.session().risk.times_shown == 3);
  CHECK(talk.session().risk.category == stable_id("safety.suicide"));
}

TEST_CASE("weak cues: each is answered with where help is, the third with crisis help") {
  Conversation talk;
  for (int i = 0; i < 2; ++i) {
    talk.say("i can't go on");
    CHECK_FALSE(talk.turn().reply.safety);
    CHECK(talk.says("engine.help_stays"));
    talk.say("i feel low");
    CHECK_FALSE(talk.turn().reply.safety);
  }
  CHECK(talk.say("i can't go on").turn().reply.safety);
  CHECK(talk.says("samaritans"));
}

TEST_CASE("weak cues: a fresh start does not wipe them") {
  Conversation talk;
  talk.say("i can't go on").say("i can't go on").say("start over");
  CHECK(talk.say("i can't go on").turn().reply.safety);
}

TEST_CASE("reply: wordings take turns from one turn to the next") {
  Conversation talk;
  const auto text = [&talk] {
    return std::get<TextPart>(talk.say("thanks").turn().reply.parts.front()).text;
  };
  CHECK(text() == "You are welcome.");
  CHECK(text() == "Glad that helped.");
  CHECK(text() == "You are welcome.");
}

TEST_CASE("reply: opening times show in words, a blank line as a new bubble") {
  Conversation talk;  // on the first night of 1970, a Thursday
  talk.say("how much is therapy").say("Scotland");
  CHECK(
      std::get<ContactPart>(talk.turn().reply.parts[1]).hours ==
      "Closed. Opens today at 9am. Hours: Monday to Friday, 9am to 5pm; Saturday and Sunday, 10pm "
      "to 2am.");
  talk.say("what is ipt").say("yes");
  CHECK(std::get<TextPart>(talk.turn().reply.parts[0]).text == "It looks at people and moods.");
  CHECK(std::get<TextPart>(talk.turn().reply.parts[1]).text == "It takes some weeks.");
}

std::vector<std::string> odd_messages() {
  std::string every_byte;
  for (int byte = 0; byte < 256; ++byte) every_byte += static_cast<char>(byte);
  std::string marks = "a";
  for (int i = 0; i < 5000; ++i) marks += "\u0301";
  std::string many_words;
  for (int i = 0; i < 5000; ++i) many_words += "what is the ";
  return {"",
          " ",
          "\n\n\n",
          "?",
          "...",
          "🙂",
          "👩‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿",
          "\xFF",
          "\xC3",
          "\xF0\x9F\x99",
          "\xED\xA0\x80",
          std::string(1, '\0'),
          std::string("a\0b", 3),
          "\u202Ereversed\u202C",
          "\u200B\u200B\uFEFF",
          "{nation}",
          "<script>alert(1)</script>",
          "'; DROP TABLE",
          "intent:help.cost",
          "%n%s%x",
          "((((((((((",
          "[a|b",
          "99999999999999999999",
          "-1",
          "0x1",
          std::string(1U << 20U, 'a'),
          std::string(100000, ' '),
          std::string(100000, '.'),
          std::string(50000, '('),
          every_byte,
          marks,
          many_words,
          "我想死",
          "Ṫ̈́h̷e̶r̴a̵p̸y̶"};
}

TEST_CASE("turn: whatever is typed, in every state, there is a reply") {
  const std::vector<std::string> messages = odd_messages();
  for (const fakes::State& state : fakes::states()) {
    for (std::size_t i = 0; i < messages.size(); ++i) {
      CAPTURE(state.name);
      CAPTURE(i);
      Conversation talk = fakes::talk_in(state);
      talk.say(messages[i]);
      CHECK_FALSE(talk.turn().reply.parts.empty());
      CHECK(talk.turn().reply.parts.size() <= kMaxReplyParts);
      CHECK(encode_session(talk.session()).size() <= kMaxSessionBytes);
    }
  }
}

// The states in which a choice is met with silence, with blanks between.
std::string silent_states(const ChoiceId& choice) {
  std::string silent;
  for (const fakes::State& state : fakes::states()) {
    Conversation talk = fakes::talk_in(state);
    if (!talk.choose(choice.value).turn().reply.parts.empty()) continue;
    silent += '"' + std::string(state.name) + "\" ";
  }
  return silent;
}

TEST_CASE("turn: every choice, in every state, has a reply") {
  for (const Node& node : fakes::shared_small_bundle()->graph.nodes()) {
    const auto* ask = std::get_if<AskNode>(&node.body);
    if (ask == nullptr) continue;
    for (const ChoiceOption& option : ask->choices) {
      CAPTURE(option.id.value);
      CHECK(silent_states(option.id) == "");
    }
  }
}

TEST_CASE("turn: a choice that nobody knows has a reply and changes nothing that waits") {
  for (const std::string_view choice :
       {"", "no/such/choice", "intent:", "intent:no.such", "intent:chat.yes"}) {
    CAPTURE(choice);
    CHECK_FALSE(knows_choice(*fakes::shared_small_bundle(), ChoiceId{std::string(choice)}));
    Conversation talk;
    talk.say("what is ipt").choose(choice);
    CHECK_FALSE(talk.turn().reply.parts.empty());
    CHECK(talk.waiting() == "ipt.what_is/more");
  }
}

TEST_CASE("turn: the choices that the pack has are known") {
  const Bundle& bundle = *fakes::shared_small_bundle();
  for (const std::string_view choice : {"welcome/menu/ipt", "help.nation/ask/wales", "intent:none",
                                        "intent:help.cost", "intent:command.stop"}) {
    CAPTURE(choice);
    CHECK(knows_choice(bundle, ChoiceId{std::string(choice)}));
  }
}

TEST_CASE("turn: opening a chat again shows where it stood") {
  Conversation talk;
  talk.say("how much is therapy").start();
  CHECK(talk.decision() == "resume");
  CHECK(talk.said() == "help.nation.ask");
  CHECK(talk.session().stack.size() == 1);
  CHECK(talk.say("Wales").says("help.cost.elsewhere"));
}

TEST_CASE("turn: opening a chat, in every state, has a reply and counts no message") {
  for (const fakes::State& state : fakes::states()) {
    CAPTURE(state.name);
    Conversation talk = fakes::talk_in(state);
    const Session before = talk.session();
    CHECK_FALSE(talk.start().turn().reply.parts.empty());
    CHECK(talk.session().turn == before.turn);
    CHECK(talk.session().risk.times_shown == before.risk.times_shown);
  }
}

TEST_CASE("crisis help: stays in sight when the chat is opened again") {
  for (const std::vector<std::string_view>& said :
       {std::vector<std::string_view>{"i want to die"}, {"what is ipt", "i want to die"}}) {
    Conversation talk;
    for (const std::string_view text : said) talk.say(text);
    CHECK(talk.start().turn().reply.safety);
    CHECK(talk.said().starts_with("crisis."));
  }
}

const std::vector<std::string_view>& long_talk() {
  static const std::vector<std::string_view> said = {"hello",
                                                     "what is ipt",
                                                     "i feel low. how much is therapy",
                                                     "Scotland",
                                                     "thanks",
                                                     "yes",
                                                     "qwxz",
                                                     "cost",
                                                     "1",
                                                     "i don't want to die",
                                                     "i want to die",
                                                     "go back",
                                                     "say that again",
                                                     "start over"};
  return said;
}

TEST_CASE("turn: the same turn twice is the same") {
  Conversation talk;
  talk.start();
  for (const std::string_view text : long_talk()) {
    CAPTURE(text);
    const Message message{SayMessage{TypedText(std::string(text))}};
    const Turn once = take_turn(talk.bundle(), talk.session(), message, UtcSeconds{});
    const Turn again = take_turn(talk.bundle(), talk.session(), message, UtcSeconds{});
    CHECK(once.reply == again.reply);
    CHECK(once.session == again.session);
    CHECK(once.events.size() == again.events.size());
    CHECK(once.trace.path == again.trace.path);
    talk.say(text);
  }
}

TEST_CASE("turn: its events lead from the old session to the new one") {
  Conversation talk;
  talk.start();
  for (const std::string_view text : long_talk()) {
    CAPTURE(text);
    Session session = talk.session();
    talk.say(text);
    for (const Event& event : talk.turn().events) apply_event(session, event);
    CHECK(session == talk.session());
  }
  CHECK(talk.session().turn == long_talk().size());
}

TEST_CASE("turn: a session goes through its record between any two turns") {
  Conversation kept;
  Conversation carried;
  for (const std::string_view text : long_talk()) {
    CAPTURE(text);
    kept.say(text);
    Session session;
    REQUIRE(decode_session(encode_session(carried.session()), session));
    carried.session() = session;
    carried.say(text);
    CHECK(kept.turn().reply == carried.turn().reply);
  }
}

TEST_CASE("session: begins in a locale of the pack, or in its first") {
  const Bundle& bundle = *fakes::shared_small_bundle();
  CHECK(start_session(bundle, "en-GB") == start_session(bundle, "xx"));
  CHECK(start_session(bundle, "").locale == stable_id("en-GB"));
  CHECK(start_session(bundle, "en-GB").pack_version == bundle.summary.fingerprint);
}

TEST_CASE("session: what another version of the pack left is fitted to this one") {
  const NodeRef gone{stable_id("gone"), stable_id("gone")};
  const NodeRef more{stable_id("ipt.what_is"), stable_id("more")};
  Conversation talk;
  Session& session = talk.session();
  session.pack_version = 1;
  session.locale = stable_id("cy-GB");
  session.waiting = gone;
  session.last_said = gone;
  session.stack = {{StackFrame::Kind::Question, gone}, {StackFrame::Kind::Question, more}};
  session.slots = {{stable_id("nation"), stable_id("france")},
                   {stable_id("sessions"), std::int32_t{51}},
                   {stable_id("wants_online"), std::int32_t{1}},
                   {stable_id("gone"), true},
                   {stable_id("nation"), stable_id("wales")}};
  session.offered = {stable_id("gone")};
  talk.say("1");
  CHECK(talk.session().pack_version == talk.bundle().summary.fingerprint);
  CHECK(talk.session().slots == std::vector<SlotEntry>{{stable_id("nation"), stable_id("wales")}});
  CHECK_FALSE(talk.turn().reply.parts.empty());
  CHECK(talk.say("say that again").decision() == "command");
}

TEST_CASE("session: every record with a changed byte that can be read still gets its reply") {
  Conversation talk;
  talk.say("how much is therapy").say("Scotland").say("how much is therapy").say("thanks");
  talk.say("what is ipt").say("i can't go on").say("i want to die").say("cost");
  const std::string bytes = encode_session(talk.session());
  for (std::size_t place = 0; place < bytes.size(); ++place) {
    for (const int flip : {0x01, 0x02, 0x04, 0x80, 0xFF}) {
      std::string changed = bytes;
      changed[place] = static_cast<char>(changed[place] ^ flip);
      Session session;
      if (!decode_session(changed, session)) continue;
      CAPTURE(place);
      CAPTURE(flip);
      for (const std::string_view text : {"yes", "go back", "i want to die"}) {
        const Turn turn =
            take_turn(talk.bundle(), session, SayMessage{TypedText(std::string(text))}, {});
        REQUIRE_FALSE(turn.reply.parts.empty());
        REQUIRE(encode_session(turn.session).size() <= kMaxSessionBytes);
      }
    }
  }
}

TEST_CASE("last resort: says whom to turn to, with their numbers") {
  const Reply& reply = last_resort_reply(*fakes::shared_small_bundle());
  CHECK(reply.safety);
  CHECK(fakes::said_in(reply) == "crisis.last_resort emergency.999 samaritans");
  for (const Part& part : reply.parts) {
    if (const auto* contact = std::get_if<ContactPart>(&part)) CHECK_FALSE(contact->phone.empty());
  }
}

}  // namespace
}  // namespace waymark
