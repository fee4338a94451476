#include "engine/match/suggester.h"

#include <doctest/doctest.h>

#include "engine/text/analyser.h"
#include "tests/fakes/small_language.h"

namespace waymark {
namespace {

enum : IntentIndex { kCost, kLow, kWaiting };

struct Setting {
  Language language =
      fakes::language_of("how much does therapy cost feel so low waiting list long");
  Suggester suggester;

  Setting() {
    const std::pair<IntentIndex, const char*> examples[] = {
        {kCost, "how much does therapy cost"},
        {kCost, "is therapy free"},
        {kLow, "i feel so low"},
        {kLow, "everything is grey"},
        {kWaiting, "how long is the waiting list"}};
    for (const auto& [intent, text] : examples) {
      suggester.add_example(intent, analyse(language, text));
    }
    suggester.finish();
  }

  [[nodiscard]] std::vector<Suggestion> suggest(std::string_view message,
                                                std::size_t most = 3) const {
    return suggester.suggest(analyse(language, message), most);
  }
};

}  // namespace

TEST_CASE("suggester: the nearest intent comes first") {
  const Setting setting;
  const std::pair<std::string, IntentIndex> rows[] = {
      {"therapy cost", kCost},
      {"how much does it cost", kCost},
      {"is therapy free then", kCost},
      {"i feel low again", kLow},
      {"everything grey", kLow},
      {"the waiting list", kWaiting},
      {"how long is the list", kWaiting},
  };
  for (const auto& [message, intent] : rows) {
    CAPTURE(message);
    const std::vector<Suggestion> suggestions = setting.suggest(message);
    REQUIRE_FALSE(suggestions.empty());
    CHECK(suggestions[0].intent == intent);
  }
}

TEST_CASE("suggester: only what is near is offered") {
  const Setting setting;
  for (const char* message : {"", "?", "😢", "xyzzy", "my dog ate pizza yesterday", "16 or 17"}) {
    CAPTURE(std::string(message));
    CHECK(setting.suggest(message).empty());
  }
}

TEST_CASE("suggester: an example itself is as near as can be") {
  const Setting setting;
  const std::vector<Suggestion> suggestions = setting.suggest("how much does therapy cost");
  REQUIRE_FALSE(suggestions.empty());
  CHECK(suggestions[0].intent == kCost);
  CHECK(suggestions[0].nearness >= 999);
  CHECK(suggestions[0].nearness <= 1001);
}

TEST_CASE("suggester: each intent once, nearest first, up to the number asked for") {
  const Setting setting;
  const std::vector<Suggestion> suggestions = setting.suggest("how long does therapy cost");
  REQUIRE(suggestions.size() == 2);
  CHECK(suggestions[0].intent == kCost);
  CHECK(suggestions[1].intent == kWaiting);
  CHECK(suggestions[0].nearness > suggestions[1].nearness);
  CHECK(setting.suggest("how long does therapy cost", 1).size() == 1);
  CHECK(setting.suggest("how long does therapy cost", 0).empty());
}

TEST_CASE("suggester: without examples there is nothing to suggest") {
  Suggester suggester;
  suggester.finish();
  CHECK(suggester.suggest(analyse(Language{}, "anything"), 3).empty());
}

}  // namespace waymark
