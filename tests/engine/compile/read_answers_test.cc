#include <doctest/doctest.h>

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

TEST_CASE("read answers: a pack and its slots") {
  const Declarations all = declared();
  const PackDeclaration& pack = all.packs[0];
  CHECK(pack.id.text == "small");
  CHECK(pack.version.text == "1.0.0");
  CHECK(pack.start.text == "welcome");
  CHECK(pack.fallback.text == "fallback");
  CHECK(pack.menu.size() == 2);
  CHECK(pack.extends.empty());
  CHECK(all.slots[0].id.text == "nation");
  CHECK(all.slots[0].values.size() == 4);
  CHECK(all.slots[1].max == 50);
  CHECK(all.slots[2].type.text == "yes_no");
}

TEST_CASE("read answers: services with their hours") {
  const Declarations all = declared();
  const ServiceDeclaration& samaritans = all.services[1];
  CHECK(samaritans.phone.text == "116 123");
  CHECK(samaritans.always_open);
  CHECK(samaritans.note.text == "service.samaritans.note");
  const ServiceDeclaration& clinic = all.services[4];
  CHECK_FALSE(clinic.always_open);
  CHECK(clinic.has_hours);
  REQUIRE(clinic.hours.size() == 2);
  CHECK(clinic.hours[1].to.text == "02:00");
}

TEST_CASE("read answers: plans, their parts and the words of last resort") {
  const Declarations all = declared();
  const PlanDeclaration& plan = all.plans[1];
  CHECK(plan.category.text == "safety.suicide");
  CHECK(plan.tier.empty());
  REQUIRE(plan.parts.size() == 4);
  CHECK(plan.parts[0].text.text == "crisis.suicide");
  CHECK(plan.parts[2].contact.text == "nhs.111");
  CHECK(plan.parts[2].nation.text == "england");
  CHECK(plan.choices.size() == 2);
  CHECK(all.last_resort[0].text.text == "crisis.last_resort");
}

TEST_CASE("read answers: a prompt is a text or several") {
  const Declarations all = declared();
  for (const PromptDeclaration& prompt : all.prompts) {
    CHECK(prompt.locale == "en-GB");
    CHECK(prompt.variants.size() == (prompt.id.text == "chat.thanks.reply" ? 2 : 1));
  }
}

TEST_CASE("read answers: faults of shape in pack.json") {
  fakes::check_faults({
      {"no version", "pack.json", "\"version\": \"1.0.0\", ", "", "WM110", "{"},
      {"an empty title", "pack.json", "\"A small pack\"", "\"\"", "WM113", "\"\""},
      {"a source without a date", "pack.json", "\"reviewed\": \"2026-11-22\",", "", "WM110",
       "{\"title\": \"A page\""},
      {"a source as a text", "pack.json", "\"sources\": {", "\"sources\": {\"other\": \"a book\", ",
       "WM111", "\"a book\""},
      {"a source with more", "pack.json", "\"reviewer\": \"tester\"",
       "\"reviewer\": \"tester\", \"year\": 2026", "WM112", "\"year\""},
      {"locales as a text", "pack.json", "[\"en-GB\"]", "\"en-GB\"", "WM111", "\"en-GB\""},
  });
  fakes::check_faults_with_others({
      {"slots under another name", "pack.json", "\"slots\": {", "\"menu2\": {", "WM112",
       "\"menu2\""},
  });
}

TEST_CASE("read answers: faults of shape in services") {
  const std::string path = "services.json";
  fakes::check_faults({
      {"no source", path, "\"hours\": \"always\", \"cost\": \"free\", \"source\": \"test page\"",
       "\"hours\": \"always\", \"cost\": \"free\"", "WM110", "{\"id\": \"emergency.999\""},
      {"hours in words", path, "\"hours\": \"always\"", "\"hours\": \"mostly\"", "WM111",
       "\"mostly\""},
      {"hours as a list of texts", path, "\"hours\": \"always\"", "\"hours\": [\"daily\"]", "WM111",
       "\"daily\""},
      {"hours with more", path, "\"to\": \"17:00\"", "\"to\": \"17:00\", \"lunch\": \"12:00\"",
       "WM112", "\"lunch\""},
      {"a service as a text", path, "\"services\": [", "\"services\": [\"samaritans\", ", "WM111",
       "\"samaritans\", "},
  });
  fakes::check_faults_with_others({
      {"no date of checking", path,
       "\"source\": \"test page\", \"last_verified\": \"2026-11-22\"},",
       "\"source\": \"test page\"},", "WM110", "{\"id\": \"emergency.999\""},
      {"a number for the date", path, "\"last_verified\": \"2026-11-22\"",
       "\"last_verified\": 2026", "WM111", "2026}"},
      {"hours without an end", path, ", \"to\": \"17:00\"", "", "WM110", "{\"days\": \"mon-fri\""},
  });
}

TEST_CASE("read answers: faults of shape in prompts") {
  const std::string path = "prompts/en-GB/topics.json";
  fakes::check_faults({
      {"a number", path, "\"Hello.\"", "5", "WM111", "5,"},
      {"an object", path, "\"Hello.\"", "{\"text\": \"Hello.\"}", "WM111", "{\"text\""},
      {"an empty text", path, "\"Hello.\"", "\"\"", "WM113", "\", \"welcome.ask\""},
      {"an empty list", path, "\"Hello.\"", "[]", "WM113", "[]"},
      {"no prompts", "prompts/en-GB/more.json", "", R"({"locale": "en-GB"})", "WM110", "{"},
  });
}

TEST_CASE("read answers: a list of wordings holds texts alone") {
  const std::string path = "prompts/en-GB/topics.json";
  const CompileResult result =
      fakes::SmallPack().replace(path, "\"Hello.\"", "[\"Hello.\", 5]").compile();
  REQUIRE_FALSE(result.diagnostics.empty());
  CHECK(result.diagnostics[0].code == "WM111");
}

TEST_CASE("read answers: faults of shape in the crisis plan") {
  const std::string path = "crisis_plan.json";
  fakes::check_faults({
      {"a part that says nothing", path, "{\"text\": \"crisis.emergency\"}, ", "{}, ", "WM110",
       "{}"},
      {"a plan without parts", path,
       ",\n   \"parts\": [{\"text\": \"crisis.emergency\"}, "
       "{\"contact\": \"emergency.999\"}]",
       "", "WM110", "{\"category\": \"safety.suicide\""},
      {"no words of last resort, misspelt", path, "\"last_resort\": [", "\"last_resort\": [5, ",
       "WM111", "5, "},
      {"a part with more", path, "{\"text\": \"crisis.where\", ",
       "{\"text\": \"crisis.where\", \"bold\": true, ", "WM112", "\"bold\""},
      {"a card without a text", "flows/ipt.what_is.json",
       "\"text\": \"ipt.what_is.short\", \"link\"", "\"link\"", "WM110",
       "{\"title\": \"ipt.what_is.title\""},
  });
}

// A part that names two things would lose one of them: what a visitor then misses may be a number.
TEST_CASE("read answers: a part is one thing") {
  const std::string path = "crisis_plan.json";
  fakes::check_faults({
      {"words and a contact", path, "{\"contact\": \"samaritans\"}",
       "{\"text\": \"crisis.other\", \"contact\": \"samaritans\"}", "WM113",
       "{\"text\": \"crisis.other\", \"contact\""},
      {"a contact and a link", path, "{\"contact\": \"samaritans\"}",
       "{\"contact\": \"shout\", \"link\": \"samaritans\", \"label\": \"samaritans.label\"}",
       "WM113", "{\"contact\": \"shout\""},
      {"a nation in a flow", "flows/help.cost.json", "{\"contact\": \"clinic\"}",
       "{\"contact\": \"clinic\", \"nation\": \"wales\"}", "WM112", "\"nation\": \"wales\""},
  });
}

TEST_CASE("read answers: a pack may say how much its tests must visit") {
  fakes::SmallPack pack;
  pack.replace("pack.json", "\"version\"", "\"min_coverage\": 0.9, \"version\"");
  const CompileResult result = pack.compile();
  REQUIRE(result.bundle != nullptr);
  CHECK(summarise(*result.bundle).min_coverage == 0.9);
  for (const std::string share : {"-0.1", "1.5"}) {
    CAPTURE(share);
    fakes::SmallPack wrong;
    wrong.replace("pack.json", "\"version\"", "\"min_coverage\": " + share + ", \"version\"");
    const CompileResult refused = wrong.compile();
    REQUIRE(refused.diagnostics.size() == 1);
    CHECK(refused.diagnostics[0].code == "WM113");
  }
}

}  // namespace waymark
