#include "adapters/host/conversation_service.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <variant>

#include "adapters/protocol/frame_writer.h"
#include "tests/fakes/fixed_clock.h"
#include "tests/fakes/tea_pack.h"

namespace waymark {

namespace {

// A service over the tea pack, and one connection to it.
struct Host {
  fakes::FixedClock clock;
  std::string logged;
  Log log{clock, [this](std::string_view line) { logged += line; }};
  BundleHolder packs{fakes::tea_pack()};
  SessionSeal seal{KeyRing::generate(), SealPolicy{}};
  ConversationService service{packs, seal, clock, log};
  Conversation conversation;

  ReplyFrame reply(const std::string& json) { return reply(conversation, json); }
  ReplyFrame reply(Conversation& on, const std::string& json) const {
    Answer answer = service.answer(on, json);
    if (const auto* error = std::get_if<ErrorFrame>(&answer.frame)) FAIL(error->message);
    return std::get<ReplyFrame>(std::move(answer.frame));
  }
  ErrorFrame error(const std::string& json) {
    const Answer answer = service.answer(conversation, json);
    REQUIRE(std::holds_alternative<ErrorFrame>(answer.frame));
    return std::get<ErrorFrame>(answer.frame);
  }
};

std::string say(const std::string& id, const std::string& text, const std::string& token = "") {
  return R"({"type":"say","id":")" + id + R"(","text":")" + text + R"(","token":")" + token + "\"}";
}

std::string words(const ReplyFrame& frame) {
  std::string all;
  for (const Part& part : frame.reply.parts) {
    if (const auto* text = std::get_if<TextPart>(&part)) all += text->text + '|';
  }
  return all;
}

}  // namespace

TEST_CASE("conversation: start greets, say answers, choose follows the choice") {
  Host host;
  const ReplyFrame start = host.reply(R"({"type":"start","id":"s","locale":"en-GB"})");
  CHECK(start.id == "s");
  CHECK(start.turn == 0);
  CHECK(words(start) == "Hello. Ask me about tea.|");
  const ReplyFrame said = host.reply(say("1", "the price of tea"));
  CHECK(said.turn == 1);
  CHECK(words(said).starts_with("Tea costs little.|"));
  const auto& choices = std::get<ChoicesPart>(start.reply.parts.back()).choices;
  const ReplyFrame chosen =
      host.reply(R"({"type":"choose","id":"2","choice":")" + choices.front().id.value + "\"}");
  CHECK(chosen.turn == 2);
  CHECK(words(chosen).starts_with("Tea is leaves"));
}

TEST_CASE("conversation: risk puts help first") {
  Host host;
  const ReplyFrame said = host.reply(say("1", "i want to die"));
  CHECK(said.reply.safety);
  CHECK(words(said).starts_with("Please get help now.|"));
}

TEST_CASE(
    "conversation: when only running ones are answered, those who come are told whom to call") {
  Host host;
  const std::string token = host.reply(say("1", "what is tea")).token;
  for (const std::string& frame :
       {say("1", "i want to die"), say("1", "hello", "forged"), std::string(R"({"type":"start"})"),
        std::string(R"({"type":"choose","id":"1","choice":"welcome.hello.tea"})")}) {
    Conversation newcomer;
    const Answer answer = host.service.answer(newcomer, frame, Admission::RunningOnly);
    REQUIRE(std::holds_alternative<ErrorFrame>(answer.frame));
    const auto& error = std::get<ErrorFrame>(answer.frame);
    if (error.code == ErrorCode::UnknownChoice) continue;
    CHECK(error.code == ErrorCode::Busy);
    CHECK(error.message.find("01632 960 001") != std::string::npos);
    CHECK_FALSE(newcomer.has_begun());
  }
  Conversation elsewhere;
  const Answer resumed =
      host.service.answer(elsewhere, say("2", "what is tea", token), Admission::RunningOnly);
  CHECK(std::get<ReplyFrame>(resumed.frame).turn == 2);
  const Answer went_on =
      host.service.answer(host.conversation, say("2", "what is tea"), Admission::RunningOnly);
  CHECK(std::get<ReplyFrame>(went_on.frame).turn == 2);
}

TEST_CASE("conversation: any text gets a reply") {
  Host host;
  int id = 0;
  for (const std::string& text :
       {std::string(), std::string("\\u0000\\u0007"), std::string("\xFF\xFE"),
        std::string("\\ud83d"), std::string("\xF0\x9F\x98\x80\xF0\x9F\x98\x80"),
        std::string(15'000, 'a')}) {
    CHECK_FALSE(host.reply(say(std::to_string(++id), text)).reply.parts.empty());
  }
}

TEST_CASE("conversation: the same frame again gets the same answer and is no second turn") {
  Host host;
  host.reply(say("1", "what is tea"));
  const ReplyFrame first = host.reply(say("2", "what is tea"));
  host.clock.move(std::chrono::seconds(5));
  Answer again = host.service.answer(host.conversation, say("2", "what is tea"));
  CHECK_FALSE(again.decision.has_value());
  const auto& second = std::get<ReplyFrame>(again.frame);
  CHECK(second.turn == first.turn);
  CHECK(second.reply == first.reply);
  CHECK(host.reply(say("3", "what is tea")).turn == first.turn + 1);
}

TEST_CASE("conversation: a new message under an old id is answered as what it is") {
  Host host;
  host.reply(say("1", "what is tea"));
  CHECK(host.reply(say("1", "i want to die")).reply.safety);
}

TEST_CASE("conversation: a token carries it to another connection, and again gives the same") {
  Host host;
  const std::string before = host.reply(say("1", "what is tea")).token;
  Conversation other;
  const ReplyFrame lost = host.reply(other, say("2", "the price of tea", before));
  CHECK(lost.turn == 2);
  Conversation third;
  const ReplyFrame again = host.reply(third, say("2", "the price of tea", before));
  CHECK(again.turn == lost.turn);
  CHECK(again.reply == lost.reply);
  Conversation fourth;
  CHECK(host.reply(fourth, R"({"type":"start","token":")" + lost.token + "\"}").turn == 2);
}

TEST_CASE("conversation: a token that cannot be opened begins a fresh one") {
  Host host;
  const std::string token = host.reply(say("1", "what is tea")).token;
  for (const std::string& bad : {std::string("nonsense"), token.substr(1), token + "A"}) {
    Conversation fresh;
    const Answer answer = host.service.answer(fresh, say("1", "what is tea", bad));
    CHECK(answer.token == TokenUse::Refused);
    CHECK(std::get<ReplyFrame>(answer.frame).turn == 1);
  }
  host.clock.move(std::chrono::hours(25));
  Conversation late;
  CHECK(host.reply(late, say("1", "what is tea", token)).turn == 1);
}

TEST_CASE(
    "conversation: a token counts only where no conversation is open, but start always opens it") {
  Host host;
  const std::string old = host.reply(say("1", "what is tea")).token;
  host.reply(say("2", "what is tea"));
  CHECK(host.reply(say("3", "what is tea", old)).turn == 3);
  CHECK(host.reply(R"({"type":"start","token":")" + old + "\"}").turn == 1);
  CHECK(host.reply(R"({"type":"start"})").turn == 0);
}

TEST_CASE("conversation: forget drops it") {
  Host host;
  host.reply(say("1", "what is tea"));
  const ReplyFrame forgotten = host.reply(R"({"type":"forget","id":"f"})");
  CHECK(forgotten.id == "f");
  CHECK(forgotten.token.empty());
  CHECK(host.reply(say("2", "what is tea")).turn == 1);
}

TEST_CASE("conversation: what is refused leaves it where it was") {
  Host host;
  host.reply(say("1", "what is tea"));
  CHECK(host.error("{").code == ErrorCode::BadJson);
  CHECK(host.error(R"({"type":"sing"})").code == ErrorCode::BadFrame);
  const ErrorFrame unknown = host.error(R"({"type":"choose","id":"c","choice":"no.such"})");
  CHECK(unknown.code == ErrorCode::UnknownChoice);
  CHECK(unknown.id == "c");
  CHECK(host.reply(say("2", "what is tea")).turn == 2);
}

TEST_CASE("conversation: our fault becomes the words of last resort") {
  Host host;
  host.reply(say("1", "what is tea"));
  struct BrokenClock : Clock {
    [[nodiscard]] UtcSeconds now() const override { throw std::runtime_error("broken"); }
  } broken;
  const ConversationService failing(host.packs, host.seal, broken, host.log);
  const Answer answer = failing.answer(host.conversation, say("2", "secret words"));
  const auto& error = std::get<ErrorFrame>(answer.frame);
  CHECK(error.code == ErrorCode::Internal);
  CHECK(error.id == "2");
  CHECK(error.message.find("01632 960 001") != std::string::npos);
  CHECK(host.logged.find("turn_failed") != std::string::npos);
  CHECK(host.logged.find("secret") == std::string::npos);
  CHECK(host.reply(say("2", "what is tea")).turn == 2);
}

}  // namespace waymark
