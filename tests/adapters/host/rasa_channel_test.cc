#include "adapters/host/rasa_channel.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "adapters/host/memory_session_store.h"
#include "tests/fakes/fixed_clock.h"
#include "tests/fakes/tea_pack.h"

namespace waymark {

namespace {

// A store that cannot be asked.
class BrokenStore : public SessionStore {
 public:
  std::optional<std::string> load(const StoreKey&, UtcSeconds) override {
    throw std::runtime_error("the disk is gone");
  }
  void save(const StoreKey&, StoredSession, UtcSeconds) override {}
  void erase(const StoreKey&) override {}
};

struct Desk {
  fakes::FixedClock clock;
  Log log{clock, [](std::string_view) {}};
  BundleHolder packs{fakes::tea_pack()};
  SessionSeal seal{KeyRing::generate(), SealPolicy{}};
  ConversationService service{packs, seal, clock, log};
  MemorySessionStore store;
  StoredSessions sessions{store, seal, clock};
  RasaChannel rasa{service, sessions};

  RasaAnswer say(const std::string& sender, const std::string& text) const {
    return rasa.answer(R"({"sender":")" + sender + R"(","message":")" + text + "\"}",
                       RasaForm::List);
  }
};

std::uint32_t turn_of(const RasaAnswer& answer) {
  return std::get<ReplyFrame>(answer.answer->frame).turn;
}

bool has(const RasaAnswer& answer, std::string_view piece) {
  return answer.body.find(piece) != std::string::npos;
}

}  // namespace

TEST_CASE("Rasa channel: each sender has a conversation of its own") {
  const Desk desk;
  CHECK(has(desk.say("7", "what is tea"), R"([{"recipient_id":"7","text":"Tea is leaves)"));
  CHECK(turn_of(desk.say("7", "what is tea")) == 2);
  CHECK(turn_of(desk.say("8", "what is tea")) == 1);
  CHECK(desk.store.size() == 2);
}

TEST_CASE("Rasa channel: who names no sender is not remembered") {
  const Desk desk;
  for (int count = 0; count < 2; ++count) {
    CHECK(turn_of(desk.say("", "what is tea")) == 1);
    CHECK(turn_of(desk.say("default", "what is tea")) == 1);
  }
  CHECK(has(desk.say("", "what is tea"), R"("recipient_id":"default")"));
  CHECK(desk.store.size() == 0);
}

TEST_CASE("Rasa channel: buttons are pressed by their payload") {
  const Desk desk;
  const RasaAnswer start = desk.say("7", "/session_start");
  CHECK(has(start, "Hello. Ask me about tea."));
  const std::string mark = R"("payload":")";
  const std::size_t begin = start.body.find(mark) + mark.size();
  const std::string payload = start.body.substr(begin, start.body.find("}\"}", begin) + 1 - begin);
  CHECK(has(desk.say("7", payload), "Tea is leaves"));
  const RasaAnswer unknown = desk.say("7", R"(/choose{\"choice\":\"no.such\"})");
  CHECK(unknown.status == 200);
  CHECK(has(unknown, "I do not know that choice."));
  CHECK(turn_of(desk.say("7", "hello")) == 2);
}

TEST_CASE("Rasa channel: restart forgets") {
  const Desk desk;
  (void)desk.say("7", "what is tea");
  CHECK(turn_of(desk.say("7", "/restart")) == 0);
  CHECK(turn_of(desk.say("7", "what is tea")) == 1);
}

TEST_CASE("Rasa channel: risk puts help first") {
  const Desk desk;
  CHECK(has(desk.say("7", "i want to die"), R"("text":"Please get help now.")"));
  CHECK(has(desk.say("7", "i want to die"), "Call 01632 960 001"));
}

TEST_CASE("Rasa channel: a store that fails is said, with whom to call") {
  const Desk desk;
  BrokenStore broken;
  StoredSessions sessions{broken, desk.seal, desk.clock};
  const RasaChannel rasa{desk.service, sessions};
  const RasaAnswer answer = rasa.answer(R"({"sender":"7","message":"x"})", RasaForm::List);
  CHECK(answer.status == 200);
  CHECK(has(answer, "Something went wrong"));
  CHECK(has(answer, "01632 960 001"));
}

TEST_CASE("Rasa channel: a body that is no message") {
  const Desk desk;
  const RasaAnswer answer = desk.rasa.answer("{", RasaForm::List);
  CHECK(answer.status == 400);
  CHECK_FALSE(answer.answer.has_value());
}

}  // namespace waymark
