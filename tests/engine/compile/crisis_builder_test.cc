#include <doctest/doctest.h>

#include "engine/turn/bundle.h"
#include "tests/fakes/pack_fault.h"
#include "tests/fakes/small_pack.h"

namespace waymark {
namespace {

const std::string kPath = "crisis_plan.json";

const std::string kAbusePlan =
    "{\"category\": \"safety.abuse\", \"parts\": [{\"text\": \"crisis.other\"}, "
    "{\"contact\": \"emergency.999\"}]}";

}  // namespace

TEST_CASE("crisis builder: the plan that fits category and tier") {
  const BundlePtr bundle = fakes::small_bundle();
  const CrisisPlan& emergency = bundle->crisis.plan_for(RiskCategory::Suicide, RiskTier::Emergency);
  CHECK(emergency.tier == RiskTier::Emergency);
  CHECK(emergency.parts.size() == 2);
  for (const RiskTier tier : {RiskTier::Indirect, RiskTier::Explicit}) {
    const CrisisPlan& plan = bundle->crisis.plan_for(RiskCategory::Suicide, tier);
    CHECK_FALSE(plan.tier.has_value());
    REQUIRE(plan.choices.size() == 2);
    CHECK(bundle->intents[plan.choices[0]].id.value == "depression.feeling_low");
  }
}

TEST_CASE("crisis builder: parts for everyone, for one nation, for whom it is not known") {
  const BundlePtr bundle = fakes::small_bundle();
  const CrisisPlan& plan = bundle->crisis.plan_for(RiskCategory::Suicide, RiskTier::Explicit);
  CHECK(CrisisPlans::parts_for(plan, stable_id("england")).size() == 3);
  CHECK(CrisisPlans::parts_for(plan, stable_id("wales")).size() == 2);
  CHECK(CrisisPlans::parts_for(plan, 0).size() == 3);
}

TEST_CASE("crisis builder: the words of last resort") {
  const BundlePtr bundle = fakes::small_bundle();
  REQUIRE(bundle->crisis.last_resort().size() == 3);
  CHECK(std::holds_alternative<TextSpec>(bundle->crisis.last_resort()[0]));
  CHECK(std::holds_alternative<ContactSpec>(bundle->crisis.last_resort()[1]));
}

TEST_CASE("crisis builder: names in a plan that are not there") {
  fakes::check_faults({
      {"a category", kPath, "{\"category\": \"safety.suicide\", \"tier\"",
       "{\"category\": \"safety.sadness\", \"tier\"", "WM113", "safety.sadness"},
      {"a tier", kPath, "\"tier\": \"emergency\"", "\"tier\": \"urgent\"", "WM113", "urgent"},
      {"a choice", kPath, "\"help.cost\"]", "\"help.price\"]", "WM205", "help.price"},
      {"a nation", kPath, "\"nation\": \"england\"", "\"nation\": \"france\"", "WM209", "france"},
      {"a prompt", kPath, "crisis.last_resort", "crisis.last_resrt", "WM201", "crisis.last_resrt"},
      {"a service", kPath, "{\"contact\": \"samaritans\"},", "{\"contact\": \"samariten\"},",
       "WM204", "samariten"},
  });
}

TEST_CASE("crisis builder: every plan has a number that is always answered, for everybody") {
  fakes::check_faults({
      {"the only contact is gone", kPath, kAbusePlan,
       "{\"category\": \"safety.abuse\", \"parts\": [{\"text\": \"crisis.other\"}]}", "WM219",
       "{\"category\": \"safety.abuse\""},
      {"it is for one nation", kPath, kAbusePlan,
       "{\"category\": \"safety.abuse\", \"parts\": [{\"text\": \"crisis.other\"}, "
       "{\"contact\": \"emergency.999\", \"nation\": \"wales\"}]}",
       "WM219", "{\"category\": \"safety.abuse\""},
  });
  fakes::SmallPack pack;
  pack.replace("services.json", "\"nations\": [\"scotland\"]", "\"nations\": [\"all\"]");
  pack.replace(kPath, kAbusePlan,
               "{\"category\": \"safety.abuse\", \"parts\": [{\"text\": \"crisis.other\"}, "
               "{\"contact\": \"clinic\"}]}");
  const CompileResult opening_hours = pack.compile();
  REQUIRE(opening_hours.diagnostics.size() == 1);
  CHECK(opening_hours.diagnostics[0].code == "WM219");
}

// The place of a missing plan is where plans begin.
TEST_CASE("crisis builder: every category needs words for everybody") {
  const std::string first = "{\"category\": \"safety.suicide\", \"tier\"";
  fakes::check_faults({
      {"no plan", kPath, kAbusePlan + ",\n", "", "WM215", first},
      {"for one tier alone", kPath, "{\"category\": \"safety.abuse\",",
       "{\"category\": \"safety.abuse\", \"tier\": \"explicit\",", "WM215", first},
      {"without parts", kPath, kAbusePlan, "{\"category\": \"safety.abuse\", \"parts\": []}",
       "WM215", first},
      {"for one nation alone", kPath, kAbusePlan,
       "{\"category\": \"safety.abuse\", \"parts\": [{\"contact\": \"nhs.111\", \"nation\": "
       "\"england\"}]}",
       "WM215", first},
      {"no last resort", kPath,
       "[{\"text\": \"crisis.last_resort\"}, {\"contact\": \"emergency.999\"}, "
       "{\"contact\": \"samaritans\"}]",
       "[]", "WM215", first},
  });
}

TEST_CASE("crisis builder: nobody is shown a line that does not serve where they live") {
  const std::string all = "\"name\": \"NHS 111\", \"nations\": [\"all\"]";
  const std::string contact = "{\"contact\": \"nhs.111\"";
  struct Row {
    std::string what;
    std::string nations;   // of the service
    std::string audience;  // of the part
    bool is_found;
  };
  const Row rows[] = {
      {"of all, to everybody", "[\"all\"]", "", false},
      {"of one, to everybody", "[\"england\"]", "", true},
      {"of one, to it", "[\"england\"]", ", \"nation\": \"england\"", false},
      {"of one, to another", "[\"england\"]", ", \"nation\": \"wales\"", true},
      {"of two, to the second", "[\"england\", \"wales\"]", ", \"nation\": \"wales\"", false},
      {"of one, while the nation is not known", "[\"england\"]", ", \"nation\": \"unknown\"",
       false},
      {"of every one, to everybody", "[\"england\", \"scotland\", \"wales\", \"northern_ireland\"]",
       "", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    fakes::SmallPack pack;
    pack.replace("services.json", all, "\"name\": \"NHS 111\", \"nations\": " + row.nations);
    // Of the two plans that show it, one is for England already.
    pack.replace(kPath, "{\"contact\": \"nhs.111\", \"nation\": \"england\"}, ", "");
    pack.replace(kPath, contact, "{\"contact\": \"samaritans\"}, " + contact + row.audience);
    const CompileResult result = pack.compile();
    CHECK((result.bundle == nullptr) == row.is_found);
    for (const Diagnostic& diagnostic : result.diagnostics) {
      CHECK(diagnostic.code == "WM610");
      CHECK(diagnostic.place == pack.place_of(kPath, "nhs.111"));
    }
  }
}

TEST_CASE("crisis builder: without a crisis plan every category is missed") {
  const CompileResult result = fakes::SmallPack().remove(kPath).compile();
  CHECK(result.bundle == nullptr);
  CHECK(result.diagnostics.size() == kRiskCategories + 1);
  for (const Diagnostic& diagnostic : result.diagnostics) CHECK(diagnostic.code == "WM215");
}

}  // namespace waymark
