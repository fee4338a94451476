#include "engine/turn/understanding.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>

#include "engine/api/limits.h"
#include "tests/engine/turn/conversation.h"

namespace waymark {
namespace {

Understanding seen(std::string_view text, const RiskMemory& memory = {}) {
  return understand(*fakes::shared_small_bundle()->locales.front(), text, memory);
}

std::string best_of(std::string_view text) {
  const Understanding understanding = seen(text);
  const std::optional<Meaning>& meaning = understanding.meaning;
  return meaning ? fakes::shared_small_bundle()->intents[meaning->intent].id.value : "none";
}

TEST_CASE("understanding: the best match is what the message is taken for") {
  CHECK(best_of("What is IPT?") == "ipt.what_is");
  CHECK(best_of("thanks, how much is therapy") == "help.cost");
  CHECK(best_of("i feel so low, what is ipt") == "ipt.what_is");
}

TEST_CASE("understanding: nothing is taken for nothing") {
  for (const std::string_view text : {"", "   ", "qwxz", "...", "🙂", "\xFF\xFE"}) {
    CAPTURE(text);
    CHECK(best_of(text) == "none");
  }
}

TEST_CASE("understanding: near examples are asked for only where no pattern is sure") {
  CHECK_FALSE(seen("interpersonal").suggestions.empty());
  CHECK(seen("what is interpersonal therapy").suggestions.empty());
  CHECK(seen("cost interpersonal explain").suggestions.size() <= kMaxSuggestions);
}

TEST_CASE("understanding: risk is screened beside every meaning") {
  const Understanding understanding = seen("what is ipt? i want to die");
  CHECK(understanding.risk.is_at_risk());
  CHECK(understanding.meaning);
}

TEST_CASE("understanding: weak cues are judged with what is remembered") {
  RiskMemory memory;
  CHECK_FALSE(seen("i can't go on", memory).risk.is_at_risk());
  memory.weak_cues = 2;
  CHECK(seen("i can't go on", memory).risk.is_at_risk());
}

TEST_CASE("understanding: typed things are found") {
  const Understanding understanding = seen("i live in Scotland");
  REQUIRE(understanding.entities.size() == 1);
  CHECK(understanding.entities[0].value == "scotland");
}

TEST_CASE("understanding: a message over its bound is cut and says so") {
  CHECK(seen(std::string(3 * kMaxMessageCodePoints, 'a')).utterance.shortened);
  CHECK_FALSE(seen("short").utterance.shortened);
}

}  // namespace
}  // namespace waymark
