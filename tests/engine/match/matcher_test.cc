#include "engine/match/matcher.h"

#include <doctest/doctest.h>

#include "tests/fakes/phrase_set.h"

namespace waymark {
namespace {

enum : IntentIndex { kWhat, kCost, kLow, kThanks, kYes, kStop, kIntents };

// Six intents, one of each class and a second question; all words weigh the same unless told.
struct Setting {
  fakes::PhraseSet phrases;
  Matcher matcher;

  explicit Setting(const std::vector<std::pair<std::string, std::int32_t>>& weights = {}) {
    std::vector<PatternOrigin> origins;
    const auto add = [&](IntentIndex owner, std::string_view phrase, bool is_unless = false) {
      phrases.add(phrase);
      origins.push_back({owner, is_unless, std::string(phrase), {}});
    };
    add(kWhat, "what is *3 therapy");
    add(kWhat, "what is therapy");
    add(kCost, "(cost & therapy)");
    add(kCost, "therapy cost *3 job", true);
    add(kLow, "feel [so] low");
    add(kThanks, "thanks");
    add(kYes, "yes");
    add(kStop, "stop [it]");
    phrases.finish();
    std::vector<std::int32_t> by_word(phrases.language().vocabulary.size() + 1, 1000);
    for (const auto& [word, weight] : weights) {
      by_word[phrases.language().vocabulary.find(word)] = weight;
    }
    matcher = Matcher(phrases.take(), std::move(origins),
                      {IntentClass::Question, IntentClass::Question, IntentClass::Disclosure,
                       IntentClass::Smalltalk, IntentClass::Answer, IntentClass::Command},
                      std::move(by_word));
  }

  [[nodiscard]] MatchResult match(std::string_view message) const {
    return matcher.match(phrases.read(message), {});
  }

  [[nodiscard]] std::vector<IntentIndex> ranked(std::string_view message) const {
    std::vector<IntentIndex> out;
    for (const IntentMatch& found : match(message).matches) out.push_back(found.intent);
    return out;
  }
};

using Ranking = std::vector<IntentIndex>;

}  // namespace

TEST_CASE("matcher: nothing that matches is no match") {
  const Setting setting;
  for (const char* message : {"", "?", "xyzzy", "therapy", "what", "😢"}) {
    CHECK(setting.match(message).matches.empty());
  }
}

TEST_CASE("matcher: the best intent comes first") {
  const Setting setting;
  struct Row {
    std::string message;
    Ranking ranking;
  };
  const Row rows[] = {
      {"what is therapy", {kWhat}},
      {"what is the cost of therapy", {kWhat, kCost}},
      {"thanks, i feel so low", {kLow, kThanks}},
      {"i feel low. what is therapy", {kWhat, kLow}},
      {"yes thanks", {kYes, kThanks}},
      {"thanks stop it", {kStop, kThanks}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(setting.ranked(row.message) == row.ranking);
  }
}

TEST_CASE("matcher: the score is what the header says") {
  const Setting setting;
  struct Row {
    std::string message;
    std::int32_t score;
  };
  const Row rows[] = {
      // strength 2000 of 2000: 650 * 2/5 + 350 + 0
      {"feel low", 610},
      // strength 2000 of 3200, one unknown word: 260 + 218
      {"feel low xyzzy", 478},
      // strength 3000 of 3000: 325 + 350
      {"feel so low", 675},
      // ends of sentences weigh nothing
      {"feel low. ?", 610},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    const MatchResult result = setting.match(row.message);
    REQUIRE(result.matches.size() == 1);
    CHECK(result.matches[0].score == row.score);
  }
}

TEST_CASE("matcher: questions and commands have a bonus, small talk the opposite") {
  const Setting setting;
  const std::int32_t plain = 650 / 4 + 350;  // one word of one
  CHECK(setting.match("thanks").matches[0].score < setting.match("yes").matches[0].score);
  CHECK(setting.match("yes").matches[0].score < plain);
  CHECK(setting.match("stop").matches[0].score > plain);
  CHECK(setting.match("what is therapy").matches[0].score > 675);
}

// Whether a filled gap makes a pattern stronger would be for its own words to say.
TEST_CASE("matcher: words in a gap are not the pattern's own") {
  const Setting setting;
  const MatchResult filled = setting.match("what is xyzzy therapy");
  const MatchResult apart = setting.match("what is therapy xyzzy");
  REQUIRE(filled.matches.size() == 1);
  REQUIRE(apart.matches.size() == 1);
  CHECK(filled.matches[0].score == apart.matches[0].score);
}

TEST_CASE("matcher: of an intent's patterns the best is shown") {
  const Setting setting;
  const MatchResult result = setting.match("what is therapy");
  REQUIRE(result.matches.size() == 1);
  CHECK(result.matches[0].span == TokenSpan{0, 3});
  CHECK(setting.matcher.origin(result.matches[0].pattern).owner == kWhat);
  CHECK_FALSE(setting.matcher.origin(result.matches[0].pattern).is_unless);
}

TEST_CASE("matcher: rare words weigh more") {
  const Setting even;
  const Setting rare({{"low", 4000}});
  CHECK(rare.match("i feel low").matches[0].score > even.match("i feel low").matches[0].score);
  CHECK(even.ranked("feel low, stop it") == Ranking{kStop, kLow});
  CHECK(rare.ranked("feel low, stop it") == Ranking{kLow, kStop});
}

TEST_CASE("matcher: an unless cancels only what it covers") {
  const Setting setting;
  struct Row {
    std::string message;
    Ranking ranking;
    std::size_t cancelled;
  };
  const Row rows[] = {
      {"the cost of therapy", {kCost}, 0},
      {"therapy cost me my job", {}, 1},
      {"therapy cost me my hat", {kCost}, 0},
      {"therapy cost me my job. the cost of therapy", {kCost}, 1},
      {"what is therapy cost me my job", {kWhat}, 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    const MatchResult result = setting.match(row.message);
    CHECK(setting.ranked(row.message) == row.ranking);
    REQUIRE(result.cancelled.size() == row.cancelled);
    for (const CancelledMatch& cancelled : result.cancelled) {
      CHECK(cancelled.match.intent == kCost);
      CHECK(setting.matcher.origin(cancelled.by).is_unless);
    }
  }
}

TEST_CASE("matcher: an unless of one intent does not touch another") {
  const Setting setting;
  const MatchResult result = setting.match("what is therapy cost me job");
  REQUIRE(result.matches.size() == 1);
  CHECK(result.matches[0].intent == kWhat);
}

TEST_CASE("matcher: the weight of a token") {
  const Setting setting({{"low", 4000}});
  const Utterance utterance = setting.phrases.read("low xyzzy. thanks");
  REQUIRE(utterance.tokens.size() == 4);
  CHECK(setting.matcher.weight(utterance.tokens[0]) == 4000);
  CHECK(setting.matcher.weight(utterance.tokens[1]) == kUnknownWeight);
  CHECK(setting.matcher.weight(utterance.tokens[2]) == 0);
  CHECK(setting.matcher.weight(utterance.tokens[3]) == 1000);
}

}  // namespace waymark
