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

TEST_CASE("read understanding: classes of words") {
  fakes::SmallPack pack;
  pack.put("lexicon/more.json",
           R"({"locale": "en-GB", "classes": {"row": ["argue", "quarrel"], "money": []}})");
  Findings findings;
  const Declarations all = read_declarations(pack.source(), findings);
  CHECK(findings.take_sorted().empty());
  REQUIRE(all.classes.size() == 2);
  CHECK(all.classes[0].locale == "en-GB");
  CHECK(all.classes[0].name.text == "row");
  REQUIRE(all.classes[0].words.size() == 2);
  CHECK(all.classes[0].words[1].text == "quarrel");
  CHECK(all.classes[1].words.empty());
}

TEST_CASE("read understanding: cues and what they start from, in their order") {
  fakes::SmallPack pack;
  pack.put("cues/a.json", R"({"$schema": "x", "locale": "en-GB", "about": "intents",
    "bias": "help.cost -12", "cues": {"how much": "help.cost 212", "^ a": "none 3"}})");
  pack.put("cues/b.json", R"({"locale": "cy-GB", "about": "risk", "cues": {"=none": "none 30"}})");
  Findings findings;
  const Declarations all = read_declarations(pack.source(), findings);
  CHECK(findings.take_sorted().empty());
  REQUIRE(all.cue_files.size() == 2);
  const CueFileDeclaration& a = all.cue_files[0];
  REQUIRE(a.cues.size() == 2);
  CHECK(a.text(a.cues[0].cue) == "how much");
  CHECK(a.place(a.cues[0].cue) == pack.place_of("cues/a.json", "how much"));
  CHECK(a.text(a.cues[0].weights) == "help.cost 212");
  CHECK(a.place(a.cues[0].weights) == pack.place_of("cues/a.json", "help.cost 212"));
  CHECK(a.text(a.cues[1].cue) == "^ a");
  CHECK(a.locale == "en-GB");
  CHECK(a.about == "intents");
  CHECK(a.bias.text == "help.cost -12");
  CHECK(a.bias.place == pack.place_of("cues/a.json", "help.cost -12"));
  const CueFileDeclaration& b = all.cue_files[1];
  REQUIRE(b.cues.size() == 1);
  CHECK(b.text(b.cues[0].cue) == "=none");
  CHECK(b.place(b.cues[0].cue) == pack.place_of("cues/b.json", "=none"));
  CHECK(b.about == "risk");
  CHECK(b.locale == "cy-GB");
  CHECK(b.bias.empty());
}

TEST_CASE("read understanding: cues are the same in any layout") {
  const std::string head = R"({"locale": "en-GB", "about": "risk", "bias": "none 7", "cues": {)";
  const std::pair<std::string, std::string> rows[] = {
      {"in their order", R"("a b": "none 1", "c": "none 2 safety.abuse 3"}})"},
      {"with escapes", R"("a\u0020b": "none 1", "c": "none 2 safety.ab\u0075se 3"}})"},
      {"on lines", "\n  \"a b\": \"none 1\",\r\n\t\"c\" : \"none 2 safety.abuse 3\"\n }}\n"}};
  for (const auto& [name, rest] : rows) {
    CAPTURE(name);
    fakes::SmallPack pack;
    pack.put("cues/a.json", head + rest);
    Findings findings;
    const Declarations all = read_declarations(pack.source(), findings);
    CHECK(findings.take_sorted().empty());
    REQUIRE(all.cue_files.size() == 1);
    const CueFileDeclaration& file = all.cue_files[0];
    REQUIRE(file.cues.size() == 2);
    CHECK(file.text(file.cues[0].cue) == "a b");
    CHECK(file.text(file.cues[0].weights) == "none 1");
    CHECK(file.text(file.cues[1].cue) == "c");
    CHECK(file.text(file.cues[1].weights) == "none 2 safety.abuse 3");
    CHECK(file.place(file.cues[1].weights) == pack.place_of("cues/a.json", "none 2"));
    CHECK(file.bias.text == "none 7");
  }
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
      {"classes as a list", path, "", R"({"locale": "en-GB", "classes": ["a"]})", "WM111",
       "[\"a\"]"},
      {"a class as a text", path, "", R"({"locale": "en-GB", "classes": {"a": "b"}})", "WM111",
       "\"b\""},
      {"an unknown key", path, "", R"({"locale": "en-GB", "words": {}})", "WM112", "\"words\""},
  });
}

TEST_CASE("read understanding: faults of shape in cues") {
  const std::string path = "cues/more.json";
  fakes::check_faults({
      {"no locale", path, "", R"({"about": "risk", "cues": {}})", "WM110", "{\"about"},
      {"about nothing", path, "", R"({"locale": "en-GB", "cues": {}})", "WM110", "{\"locale"},
      {"about an empty text", path, "", R"({"locale": "en-GB", "about": "", "cues": {}})", "WM113",
       "\"\""},
      {"about something else", path, "",
       R"({"locale": "en-GB", "about": "moods", "bias": "none 3", "cues": {"a": "none 3"}})",
       "WM113", "moods"},
      {"no cues", path, "", R"({"locale": "en-GB", "about": "risk"})", "WM110", "{"},
      {"cues as a list", path, "", R"({"locale": "en-GB", "about": "risk", "cues": ["a"]})",
       "WM111", "[\"a\"]"},
      {"a weight as a number", path, "",
       R"({"locale": "en-GB", "about": "risk", "cues": {"a": 3}})", "WM111", "3}"},
      {"a bias as a number", path, "",
       R"({"locale": "en-GB", "about": "risk", "bias": 3, "cues": {}})", "WM111", "3,"},
      {"an unknown key", path, "",
       R"({"locale": "en-GB", "about": "risk", "cues": {}, "marks": {}})", "WM112", "\"marks\""},
  });
  fakes::check_faults_with_others({
      {"a cue twice", path, "",
       R"({"locale": "en-GB", "about": "risk", "cues": {"a": "none 3", "a": "none 4"}})", "WM102",
       "\"a\": \"none 4"},
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
