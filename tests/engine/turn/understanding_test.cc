#include "engine/turn/understanding.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "engine/api/limits.h"
#include "tests/engine/turn/conversation.h"
#include "tests/fakes/phrase_set.h"

namespace waymark {
namespace {

Understanding seen(std::string_view text, const RiskMemory& memory = {}) {
  return understand(*fakes::shared_small_bundle()->locales.front(), text, memory);
}

Understanding weighed(std::string_view text) {
  return understand(*fakes::shared_cue_bundle()->locales.front(), text, {});
}

std::string cue_name(std::optional<IntentIndex> intent) {
  return intent ? fakes::shared_cue_bundle()->intents[*intent].id.value : "none";
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

// In a pack without cues. The matcher knows two words: one weighs little in a message of others.
TEST_CASE("understanding: a match under the bar is not acted on") {
  fakes::PhraseSet phrases;
  phrases.add("hello");
  phrases.finish();
  LocaleContent content;
  content.language = phrases.language();
  content.risk.patterns.finish({});
  content.matcher =
      Matcher(phrases.take(), {{0, false, "hello", {}}}, {IntentClass::Disclosure}, {0, 100});
  const Understanding alone = understand(content, "hello", {});
  REQUIRE(alone.meaning.has_value());
  CHECK(alone.match.matches[0].score >= kActOnScore);
  const Understanding among = understand(content, "hello xyzzy xyzzy", {});
  REQUIRE(among.match.matches.size() == 1);
  CHECK(among.match.matches[0].score < kActOnScore);
  CHECK_FALSE(among.meaning.has_value());
}

TEST_CASE("understanding: near examples are asked for only where no pattern is sure") {
  CHECK_FALSE(seen("interpersonal").suggestions.empty());
  CHECK(seen("what is interpersonal therapy").suggestions.empty());
  CHECK(seen("cost interpersonal explain").suggestions.size() <= kMaxSuggestions);
}

TEST_CASE("understanding: a pack without cues has no readings, and nothing leans") {
  CHECK(seen("what is ipt").readings.empty());
  CHECK_FALSE(seen("i want to die").risk.lean.has_value());
}

TEST_CASE("understanding: with cues all intents are weighed, and none of them") {
  const Understanding all = weighed("what is ipt");
  CHECK(all.readings.size() == fakes::shared_cue_bundle()->intents.size() + 1);
  CHECK(std::ranges::is_sorted(all.readings, std::ranges::greater(), &Reading::total));
  CHECK(all.risk.lean.has_value());
  CHECK(all.atoms.size() == all.utterance.tokens.size());
}

TEST_CASE("understanding: with cues the likeliest reading is what the message is taken for") {
  struct Row {
    std::string_view text;
    std::string_view meaning;
    TokenSpan span;
  };
  const Row rows[] = {
      {"so what is ipt then", "ipt.what_is", {1, 4}},  // the words of its pattern
      {"so what are your fees", "help.cost", {0, 5}},  // no pattern: all of the message
      {"fees, thanks", "help.cost", {0, 2}},           // a pattern of another one
      {"talk", "ipt.what_is", {0, 1}},
      {"homework on what is ipt", "none", {}},
      {"mood", "none", {}},
      {"qwxz", "none", {}},
      {"", "none", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Understanding all = weighed(row.text);
    CHECK(cue_name(all.meaning ? std::optional(all.meaning->intent) : std::nullopt) == row.meaning);
    if (all.meaning) CHECK(all.meaning->span == row.span);
  }
}

TEST_CASE("understanding: with cues what comes next is suggested where the best is not sure") {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"talk", "help.cost chat.yes chat.thanks"},  // three at most, and not the best itself
      {"sorrow", "help.cost"},
      {"fees", ""},
      {"what is ipt", ""},
      {"mood", "depression.feeling_low help.cost"},  // not understood
      {"qwxz", ""},
      {"homework", ""},
  };
  for (const auto& [text, suggested] : rows) {
    CAPTURE(text);
    std::string all;
    for (const Suggestion& suggestion : weighed(text).suggestions) {
      all += (all.empty() ? "" : " ") + cue_name(suggestion.intent);
      CHECK(suggestion.nearness < 0);
    }
    CHECK(all == suggested);
  }
}

TEST_CASE("understanding: with cues single sentences may clearly mean something else") {
  struct Row {
    std::string_view text;
    std::string_view meaning;
    std::string_view others;
  };
  const Row rows[] = {
      {"what is ipt? your fees", "help.cost", "ipt.what_is"},
      {"your fees? your fees", "help.cost", ""},
      {"your fees, and what is ipt", "help.cost", ""},  // one sentence
      {"thanks. what is ipt? your fees", "help.cost", "chat.thanks ipt.what_is"},
      {"your fees? talk", "help.cost", ""},  // not clear
      {"your fees? qwxz", "help.cost", ""},
      {"homework. what is ipt", "none", ""},
      {"???", "none", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Understanding all = weighed(row.text);
    CHECK(cue_name(all.meaning ? std::optional(all.meaning->intent) : std::nullopt) == row.meaning);
    std::string others;
    for (const Meaning& other : all.others) {
      others += (others.empty() ? "" : " ") + cue_name(other.intent);
    }
    CHECK(others == row.others);
  }
  CHECK(weighed("thanks. what is ipt? your fees").others[1].span == TokenSpan{2, 6});
}

TEST_CASE("understanding: with cues risk is found in other words, and lowered by its setting") {
  CHECK(weighed("my goodbyes").risk.tier == RiskTier::Indirect);
  CHECK(weighed("i want to die").risk.tier == RiskTier::Explicit);
  CHECK(weighed("i want to die, my nurses say").risk.tier == RiskTier::Context);
  CHECK(weighed("my nurses").risk.tier == RiskTier::None);
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
