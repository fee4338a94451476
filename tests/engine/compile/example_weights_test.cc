#include <doctest/doctest.h>

#include "engine/compile/builders.h"
#include "tests/fakes/small_language.h"

namespace waymark {
namespace {

IntentDeclaration intent(std::string id, std::vector<std::string> examples,
                         std::string locale = "en-GB") {
  IntentDeclaration out;
  out.locale = std::move(locale);
  out.id.text = std::move(id);
  for (std::string& example : examples) out.examples.push_back({std::move(example), {}});
  return out;
}

struct Setting {
  Language language = fakes::language_of("therapy cost i feel low so");
  Declarations declared;
  NameTable intents{"intent", "WM205"};
  WordCounts counts;

  explicit Setting(std::vector<IntentDeclaration> all) {
    Findings findings;
    declared.intents = std::move(all);
    for (const IntentDeclaration& each : declared.intents) {
      if (!intents.lookup(each.id.text)) intents.declare(each.id, findings);
    }
    counts = count_words(declared, "en-GB", language, intents);
  }

  [[nodiscard]] std::uint32_t examples(std::string_view word) const {
    return counts.examples[language.vocabulary.find(word)];
  }
  [[nodiscard]] std::uint32_t users(std::string_view word) const {
    return counts.intents[language.vocabulary.find(word)];
  }
};

}  // namespace

TEST_CASE("example weights: words are counted by example and by intent") {
  const Setting setting({
      intent("a", {"the cost of therapy", "therapy therapy", "cost"}),
      intent("b", {"i feel so low", "i feel low", "is therapy for me"}),
  });
  CHECK(setting.examples("therapy") == 3);
  CHECK(setting.users("therapy") == 2);
  CHECK(setting.examples("cost") == 2);
  CHECK(setting.users("cost") == 1);
  CHECK(setting.examples("feel") == 2);
  CHECK(setting.users("feel") == 1);
  CHECK(setting.counts.examples[kUnknownWord] == 0);
}

TEST_CASE("example weights: only the examples of the locale count") {
  const Setting setting({intent("a", {"therapy"}), intent("a", {"therapy", "cost"}, "cy-GB")});
  CHECK(setting.examples("therapy") == 1);
  CHECK(setting.examples("cost") == 0);
}

TEST_CASE("example weights: rare words weigh more, common ones hardly anything") {
  std::vector<IntentDeclaration> many;
  for (int i = 0; i < 20; ++i) {
    many.push_back(
        intent("a" + std::to_string(i), {i < 2 ? "so low" : "so", i == 0 ? "cost" : "so"}));
  }
  const Setting setting(std::move(many));
  const std::vector<std::int32_t> weights = word_weights(setting.counts, 20);
  REQUIRE(weights.size() == setting.language.vocabulary.size() + 1);
  const auto weight = [&](std::string_view word) {
    return weights[setting.language.vocabulary.find(word)];
  };
  CHECK(weight("cost") == 2639);               // 1000 · ln(21 / 1.5)
  CHECK(weight("low") == 2128);                // 1000 · ln(21 / 2.5)
  CHECK(weight("so") == 60);                   // the least
  CHECK(weight("therapy") == weight("cost"));  // no example has it: as rare as can be
}

}  // namespace waymark
