#include "engine/compile/bundle_builder.h"

#include <doctest/doctest.h>

#include "tests/fakes/pack_fault.h"
#include "tests/fakes/small_pack.h"

namespace waymark {

TEST_CASE("bundle builder: a summary of what is in the pack") {
  const BundleSummary summary = summarise(*fakes::small_bundle());
  CHECK(summary.pack == "small");
  CHECK(summary.version == "1.0.0");
  CHECK(summary.title == "A small pack");
  CHECK(summary.locales == std::vector<std::string>{"en-GB"});
  CHECK(summary.intents == 10);
  CHECK(summary.intent_ids.size() == 10);
  CHECK(summary.risk_rules == 5);
  CHECK(summary.flows == 7);
  CHECK(summary.nodes == 24);
  CHECK(summary.services == 5);
  CHECK(summary.patterns == 15);
  CHECK(summary.fingerprint != 0);
}

TEST_CASE("bundle builder: where a conversation begins, and the menu") {
  const BundlePtr bundle = fakes::small_bundle();
  CHECK(bundle->graph.flow(bundle->start).id == "welcome");
  CHECK(bundle->graph.flow(bundle->fallback).id == "fallback");
  REQUIRE(bundle->menu.size() == 2);
  CHECK(bundle->intents[bundle->menu[1]].id.value == "help.cost");
}

TEST_CASE("bundle builder: the words of last resort are ready") {
  const BundlePtr bundle = fakes::small_bundle();
  const Reply& reply = bundle->locales.front()->last_resort;
  CHECK(reply.safety);
  REQUIRE(reply.parts.size() == 3);
  CHECK(std::get<TextPart>(reply.parts[0]).text == "Something broke here. These people can help.");
  CHECK(std::get<ContactPart>(reply.parts[1]).phone == "999");
  CHECK(std::get<ContactPart>(reply.parts[2]).phone == "116 123");
}

TEST_CASE("bundle builder: labels can be typed as they would be said") {
  const BundlePtr bundle = fakes::small_bundle();
  const LocaleContent& content = *bundle->locales.front();
  std::string labels;
  for (const auto& [prompt, words] : content.label_words) labels += '[' + words + ']';
  for (const char* label : {"[yes]", "[what is ipt]", "[the cost of therapy]", "[scotland]"}) {
    CAPTURE(std::string(label));
    CHECK(labels.find(label) != std::string::npos);
  }
}

TEST_CASE("bundle builder: examples become suggestions") {
  const BundlePtr bundle = fakes::small_bundle();
  const LocaleContent& content = *bundle->locales.front();
  const Suggester& suggester = content.suggester;
  const Utterance utterance{{{"therapist", kUnknownWord, TokenKind::Word, {}, {}},
                             {"cost", kUnknownWord, TokenKind::Word, {}, {}}},
                            false};
  const std::vector<Suggestion> suggestions = suggester.suggest(utterance, 3);
  REQUIRE_FALSE(suggestions.empty());
  CHECK(bundle->intents[suggestions[0].intent].id.value == "help.cost");
}

TEST_CASE("bundle builder: entrances that are missing") {
  fakes::check_faults({
      {"no start", "pack.json", "\"start\": \"welcome\", ", "", "WM110", "{"},
      {"no fallback", "pack.json", ", \"fallback\": \"fallback\"", "", "WM110", "{"},
      {"a start that is not there", "pack.json", "\"start\": \"welcome\"", "\"start\": \"hello\"",
       "WM202", "hello"},
      {"a fallback that is not there", "pack.json", "\"fallback\": \"fallback\"",
       "\"fallback\": \"fall_back\"", "WM202", "fall_back"},
      {"a menu item that is not there", "pack.json", "[\"ipt.what_is\", ", "[\"ipt.what_was\", ",
       "WM205", "ipt.what_was"},
  });
}

}  // namespace waymark
