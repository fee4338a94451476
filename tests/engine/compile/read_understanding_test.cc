#include <doctest/doctest.h>

#include <algorithm>

#include "engine/compile/declaration_reader.h"
#include "tests/fakes/pack_fault.h"
#include "tests/fakes/small_pack.h"

namespace waymark {
namespace {

Declarations declared() {
  Findings findings;
  return read_declarations(fakes::SmallPack().source(), findings);
}

}  // namespace

TEST_CASE("read understanding: a lexicon's sets, rewrites and named values") {
  const Declarations all = declared();
  CHECK(all.sets[0].name.text == "feel");
  CHECK(all.sets[0].locale == "en-GB");
  REQUIRE(all.sets[0].entries.size() == 4);
  CHECK(all.sets[0].entries[2].text == "am");
  CHECK(all.sets[0].entries[2].place == [] {
    SourcePlace place = fakes::SmallPack().place_of("lexicon/words.json", "\"am\"");
    ++place.column;
    return place;
  }());
  const RewriteDeclaration& plain = all.rewrites[0];
  CHECK(plain.word.text == "don't");
  CHECK(plain.replacement.text == "do not");
  CHECK_FALSE(plain.exact);
  const RewriteDeclaration& exact = all.rewrites[5];
  CHECK(exact.word.text == "we're");
  CHECK(exact.exact);
  CHECK_FALSE(exact.is_misspelling);
  CHECK(all.rewrites[6].is_misspelling);
  const auto ireland = std::ranges::find_if(all.entities, [](const EntityDeclaration& entity) {
    return entity.value.text == "northern_ireland";
  });
  REQUIRE(ireland != all.entities.end());
  CHECK(ireland->type.text == "nation");
  CHECK(ireland->entries.size() == 1);
}

TEST_CASE("read understanding: intents and risk rules") {
  const Declarations all = declared();
  const IntentDeclaration* low = nullptr;
  for (const IntentDeclaration& intent : all.intents) {
    if (intent.id.text == "depression.feeling_low") low = &intent;
  }
  REQUIRE(low != nullptr);
  CHECK(low->kind.text == "disclosure");
  CHECK(low->acknowledge.text == "depression.feeling_low.sorry");
  CHECK(low->examples.size() == 3);
  CHECK(low->command.empty());
  const RiskDeclaration& overdose = all.risks[0];
  CHECK(overdose.tier.text == "emergency");
  CHECK(overdose.scope.text == "fixed");
  CHECK(overdose.fires.size() == 1);
  CHECK(overdose.silent.size() == 1);
}

TEST_CASE("read understanding: faults of shape in a lexicon") {
  const std::string path = "lexicon/more.json";
  fakes::check_faults({
      {"no locale", path, "", R"({"sets": {}})", "WM110", "{\"sets"},
      {"sets as a list", path, "", R"({"locale": "en-GB", "sets": ["a"]})", "WM111", "[\"a\"]"},
      {"a set as a text", path, "", R"({"locale": "en-GB", "sets": {"a": "b"}})", "WM111", "\"b\""},
      {"an entry as a number", path, "", R"({"locale": "en-GB", "sets": {"a": ["b", 3]}})", "WM111",
       "3]"},
      {"a rewrite as a list", path, "", R"({"locale": "en-GB", "rewrites": {"a": ["b"]}})", "WM111",
       "[\"b\"]"},
      {"an entity as a list", path, "", R"({"locale": "en-GB", "entities": {"nation": []}})",
       "WM111", "[]"},
      {"a value as a text", path, "", R"({"locale": "en-GB", "entities": {"nation": {"x": "y"}}})",
       "WM111", "\"y\""},
      {"an unknown key", path, "", R"({"locale": "en-GB", "words": {}})", "WM112", "\"words\""},
  });
}

TEST_CASE("read understanding: faults of shape in intents") {
  fakes::check_faults({
      {"no locale", "intents/more.json", "", R"({"intents": []})", "WM110", "{"},
      {"no intents", "intents/more.json", "", R"({"locale": "en-GB"})", "WM110", "{"},
      {"an intent as a text", "intents/more.json", "", R"({"locale": "en-GB", "intents": ["a"]})",
       "WM111", "\"a\""},
      {"no patterns", "intents/talk.json", R"("patterns": ["stop [now|this]"], )", "", "WM110",
       R"({"id": "command.stop")"},
      {"an unknown key", "intents/talk.json", "\"command\": \"stop\"",
       "\"command\": \"stop\", \"weight\": 3", "WM112", "\"weight\""},
  });
  fakes::check_faults_with_others({
      {"examples as a text", "intents/topics.json",
       R"("patterns": ["{feel} [so|very|really] {low}"],)"
       "\n"
       R"(   "examples": ["i feel low", "i am so sad", "i have been very down"]})",
       R"("patterns": ["{feel} [so|very|really] {low}"], "examples": "none"})", "WM111",
       "\"none\""},
  });
}

TEST_CASE("read understanding: faults of shape in risk rules") {
  fakes::check_faults({
      {"no rules", "risk/more.json", "", R"({"locale": "en-GB"})", "WM110", "{"},
      {"no tests", "risk/rules.json", R"(, "fires": ["he hits me"])", "", "WM110",
       R"({"id": "abuse.hits")"},
      {"an empty id", "risk/rules.json", "\"suicide.no_point\"", "\"\"", "WM113",
       R"("", "category")"},
      {"patterns as a text", "risk/rules.json", R"(["can not go on"])", R"("can not go on")",
       "WM111", R"("can not go on")"},
  });
}

}  // namespace waymark
