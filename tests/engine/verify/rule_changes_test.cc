#include <doctest/doctest.h>

#include "tests/fakes/pack_versions.h"

namespace waymark {

TEST_CASE("rule changes: a risk rule that finds other things, or counts otherwise") {
  fakes::SmallPack after;
  after.replace("risk/rules.json", "\"no point *2 living\"", "\"no point *2 (living|life)\"");
  after.replace("risk/rules.json", "\"tier\": \"context\"", "\"tier\": \"indirect\"");
  CHECK(fakes::sentences_of(after) ==
        fakes::Sentences{
            "The tier of the rule \"suicide.go_on\" has changed.",
            "The risk rule \"suicide.no_point\" no longer finds \"no point *2 living\".",
            "The risk rule \"suicide.no_point\" now also finds \"no point *2 (living|life)\"."});
}

TEST_CASE("rule changes: a risk rule that is gone is told with what it found") {
  fakes::SmallPack after;
  after.replace("risk/rules.json", R"(,
  {"id": "abuse.hits", "category": "safety.abuse", "tier": "explicit", "scope": "fixed",
   "patterns": ["(he|she) hit+ me"], "fires": ["he hits me"]})",
                "");
  const std::vector<Change> changes = fakes::changes_to(after);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].area == ChangeArea::Risk);
  CHECK(changes[0].sentence == "The risk rule \"abuse.hits\" is gone.");
  CHECK(changes[0].before == "safety.abuse, explicit; finds: (he|she) hit+ me");
}

TEST_CASE("rule changes: what a crisis plan shows and offers, and to whom") {
  fakes::SmallPack after;
  after.replace("crisis_plan.json", "{\"contact\": \"nhs.111\", \"nation\": \"england\"}",
                "{\"contact\": \"nhs.111\", \"nation\": \"scotland\"}");
  after.replace("crisis_plan.json", "[\"depression.feeling_low\", \"help.cost\"]",
                "[\"depression.feeling_low\"]");
  after.replace("crisis_plan.json",
                "{\"contact\": \"emergency.999\"}, {\"contact\": \"samaritans\"}]",
                "{\"contact\": \"samaritans\"}, {\"contact\": \"emergency.999\"}]");
  CHECK(fakes::sentences_of(after) ==
        fakes::Sentences{
            "The plan for the last resort shows the same in another order.",
            "The plan for safety.suicide no longer shows the contact \"nhs.111\" to people in "
            "england.",
            "The plan for safety.suicide now shows the contact \"nhs.111\" to people in scotland.",
            "The plan for safety.suicide no longer offers \"help.cost\"."});
}

TEST_CASE("rule changes: a plan of a tier that comes on its own") {
  fakes::SmallPack after;
  after.replace("crisis_plan.json", "{\"category\": \"safety.emergency\"",
                R"({"category": "safety.child", "tier": "emergency",
    "parts": [{"contact": "emergency.999"}]}, {"category": "safety.emergency")");
  CHECK(fakes::sentences_of(after) ==
        fakes::Sentences{"There is a plan of its own for safety.child, tier emergency now."});
}

TEST_CASE("rule changes: patterns, examples and the words behind them") {
  fakes::SmallPack after;
  after.replace("intents/topics.json", "\"explain * {therapy}\"", "\"explain *2 {therapy}\"");
  after.replace("lexicon/words.json", "\"felt\", ", "");
  CHECK(fakes::sentences_of(after) ==
        fakes::Sentences{"The word set \"feel\" no longer stands for \"felt\".",
                         "\"ipt.what_is\" is no longer understood from \"explain * {therapy}\".",
                         "\"ipt.what_is\" is now understood from \"explain *2 {therapy}\"."});
}

TEST_CASE("rule changes: weights of cues are told by number") {
  fakes::SmallPack after;
  after.put("cues/intents.json", R"({"locale": "en-GB", "about": "intents",
    "bias": "none 10", "cues": {"therapy": "help.cost 20", "price": "help.cost 90"}})");
  CHECK(fakes::sentences_of(after) ==
        fakes::Sentences{"Of what single words say about intents, 3 are new, 0 are gone and 0 "
                         "weigh otherwise."});
}

}  // namespace waymark
