#include "engine/turn/bundle.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/engine/turn/conversation.h"

namespace waymark {
namespace {

TEST_CASE("bundle: a locale that the pack does not speak becomes its first") {
  const Bundle& bundle = *fakes::shared_small_bundle();
  CHECK(bundle.locale(stable_id("en-GB")).locale == "en-GB");
  CHECK(bundle.locale(stable_id("cy-GB")).locale == "en-GB");
  CHECK(bundle.locale(0).locale == "en-GB");
}

TEST_CASE("bundle: an intent is found by its stable name") {
  const Bundle& bundle = *fakes::shared_small_bundle();
  const auto intent = bundle.find_intent(stable_id("help.cost"));
  REQUIRE(intent.has_value());
  CHECK(bundle.intents[*intent].id.value == "help.cost");
  CHECK_FALSE(bundle.find_intent(stable_id("help.costs")).has_value());
  CHECK_FALSE(bundle.find_intent(0).has_value());
}

TEST_CASE("bundle: its summary counts what is in it") {
  const Bundle& bundle = *fakes::shared_small_bundle();
  const BundleSummary summary = summarise(bundle);
  CHECK(summary.pack == "small");
  CHECK(summary.version == "1.0.0");
  CHECK(summary.locales == std::vector<std::string>{"en-GB"});
  CHECK(summary.intents == bundle.intents.size());
  CHECK(summary.intent_ids.size() == summary.intents);
  CHECK(std::ranges::count(summary.intent_ids, IntentId{"help.cost"}) == 1);
  CHECK(summary.flows == 7);
  CHECK(summary.risk_rules == 5);
  CHECK(summary.services == 5);
  CHECK(summary.fingerprint != 0);
}

TEST_CASE("bundle: other words make another fingerprint, the same words the same") {
  fakes::SmallPack changed;
  changed.replace("prompts/en-GB/topics.json", "That sounds hard.", "That sounds very hard.");
  const auto fingerprint = [](const BundlePtr& bundle) { return summarise(*bundle).fingerprint; };
  CHECK(fingerprint(fakes::small_bundle()) == fingerprint(fakes::small_bundle()));
  CHECK(fingerprint(fakes::compiled(changed)) != fingerprint(fakes::shared_small_bundle()));
}

}  // namespace
}  // namespace waymark
