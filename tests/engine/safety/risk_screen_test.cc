#include "engine/safety/risk_screen.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "tests/engine/safety/written_rules.h"

namespace waymark {
namespace {

fakes::WrittenRules rules() {
  fakes::WrittenRules rules;
  rules.add({.id = "die", .patterns = {"want to die", "suicidal"}});
  rules.add({.id = "kill", .patterns = {"kill+ me"}, .unless = {"(traffic|back) is killing me"}});
  rules.add({.id = "cut", .category = RiskCategory::SelfHarm, .patterns = {"cut myself"}});
  rules.add({.id = "hit", .category = RiskCategory::Abuse, .patterns = {"hits me"}});
  rules.add({.id = "pills",
             .category = RiskCategory::Emergency,
             .tier = RiskTier::Emergency,
             .fixed_scope = true,
             .patterns = {"took all the pills"}});
  rules.add({.id = "wake", .tier = RiskTier::Indirect, .patterns = {"not wake up"}});
  rules.add({.id = "point", .tier = RiskTier::Context, .patterns = {"no point"}});
  return rules;
}

TEST_CASE("risk screen: a statement of risk fires with its rule's category and tier") {
  struct Row {
    std::string_view text;
    RiskCategory category;
    RiskTier tier;
  };
  const Row rows[] = {
      {"I want to die", RiskCategory::Suicide, RiskTier::Explicit},
      {"hello, what is therapy? i want to die", RiskCategory::Suicide, RiskTier::Explicit},
      {"WANT TO DIE!!!", RiskCategory::Suicide, RiskTier::Explicit},
      {"i took all the pills", RiskCategory::Emergency, RiskTier::Emergency},
      {"he hits me", RiskCategory::Abuse, RiskTier::Explicit},
      {"i hope i do not wake up", RiskCategory::Suicide, RiskTier::Indirect},
      {"i cut myself", RiskCategory::SelfHarm, RiskTier::Explicit},
  };
  fakes::WrittenRules all = rules();
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const RiskAssessment seen = all.screen(row.text);
    CHECK(seen.is_at_risk());
    CHECK(name_of(seen.category) == name_of(row.category));
    CHECK(name_of(seen.tier) == name_of(row.tier));
  }
}

TEST_CASE("risk screen: silent where no rule matches") {
  fakes::WrittenRules all = rules();
  for (const std::string_view text :
       {"", " ", "hello", "i want to dye my hair", "the pills help"}) {
    CAPTURE(text);
    const RiskAssessment seen = all.screen(text);
    CHECK_FALSE(seen.is_at_risk());
    CHECK(seen.tier == RiskTier::None);
    CHECK(seen.hits.empty());
  }
}

TEST_CASE("risk screen: denied, past and quoted statements stay as context, never vanish") {
  fakes::WrittenRules all = rules();
  for (const std::string_view text :
       {"i am not suicidal", "i was suicidal years ago", "my friend wrote suicidal on the wall"}) {
    CAPTURE(text);
    const RiskAssessment seen = all.screen(text);
    CHECK_FALSE(seen.is_at_risk());
    CHECK(seen.tier == RiskTier::Context);
    CHECK(seen.hits.size() == 1);
  }
}

TEST_CASE("risk screen: a denial beside a statement does not hide it") {
  fakes::WrittenRules all = rules();
  for (const std::string_view text :
       {"i am not suicidal but i want to die", "i am not suicidal, i just cut myself",
        "i was suicidal years ago. i am suicidal", "my friend wrote suicidal. i want to die",
        "i was suicidal when i was a child and i am suicidal now",
        "i don't want to die but i took all the pills", "not suicidal, i just want to die"}) {
    CAPTURE(text);
    CHECK(all.screen(text).is_at_risk());
  }
}

TEST_CASE("risk screen: harm that another person thinks of turns to help for who worries") {
  fakes::WrittenRules all = rules();
  const RiskAssessment friend_in_need = all.screen("my friend is suicidal");
  CHECK(friend_in_need.is_at_risk());
  CHECK(friend_in_need.category == RiskCategory::OtherPerson);
  CHECK(friend_in_need.tier == RiskTier::Explicit);
  CHECK(all.screen("he hits me").category == RiskCategory::Abuse);
}

TEST_CASE("risk screen: the visitor's own risk wins over another person's") {
  fakes::WrittenRules all = rules();
  for (const std::string_view text :
       {"my friend is suicidal and i want to die", "i want to die. my friend is suicidal"}) {
    CAPTURE(text);
    CHECK(all.screen(text).category == RiskCategory::Suicide);
  }
}

TEST_CASE("risk screen: a rule of fixed scope is never lowered") {
  fakes::WrittenRules all = rules();
  for (const std::string_view text :
       {"i never took all the pills", "my mum took all the pills", "she said took all the pills",
        "i took all the pills years ago"}) {
    CAPTURE(text);
    const RiskAssessment seen = all.screen(text);
    CHECK(seen.tier == RiskTier::Emergency);
    CHECK(seen.category == RiskCategory::Emergency);
  }
}

TEST_CASE("risk screen: the higher tier wins, and of one tier the graver category") {
  fakes::WrittenRules all = rules();
  struct Row {
    std::string_view text;
    std::string_view category;
  };
  const Row rows[] = {{"i want to die and took all the pills", "safety.emergency"},
                      {"i took all the pills and want to die", "safety.emergency"},
                      {"i cut myself. i want to die", "safety.suicide"},
                      {"i cut myself because he hits me", "safety.abuse"},
                      {"no point. he hits me", "safety.abuse"}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(name_of(all.screen(row.text).category) == row.category);
  }
}

TEST_CASE("risk screen: an idiom cancels what it covers") {
  fakes::WrittenRules all = rules();
  for (const std::string_view text : {"this traffic is killing me", "my back is killing me!"}) {
    CAPTURE(text);
    const RiskAssessment seen = all.screen(text);
    CHECK(seen.tier == RiskTier::None);
    REQUIRE(seen.hits.size() == 1);
    CHECK(seen.hits[0].cancelled_by.has_value());
    CHECK(seen.hits[0].tier == RiskTier::None);
  }
}

TEST_CASE("risk screen: an idiom cancels nothing beyond what it covers") {
  fakes::WrittenRules all = rules();
  for (const std::string_view text :
       {"this traffic is killing me and i want to die", "i want to die and my back is killing me",
        "this traffic is killing me and you can kill me", "kill me. my back is killing me"}) {
    CAPTURE(text);
    CHECK(all.screen(text).is_at_risk());
  }
}

TEST_CASE("risk screen: the third weak cue leads to the crisis plan") {
  fakes::WrittenRules all = rules();
  for (const auto& [before, at_risk] : {std::pair{0, false}, {1, false}, {2, true}, {255, true}}) {
    CAPTURE(before);
    RiskMemory memory;
    memory.weak_cues = static_cast<std::uint8_t>(before);
    const RiskAssessment seen = all.screen("there is no point", memory);
    CHECK(seen.is_at_risk() == at_risk);
    CHECK(seen.category == RiskCategory::Suicide);
  }
}

TEST_CASE("risk screen: remembered cues alone do not fire") {
  fakes::WrittenRules all = rules();
  RiskMemory memory;
  memory.weak_cues = 200;
  memory.tier = 4;
  memory.times_shown = 9;
  CHECK_FALSE(all.screen("what is therapy?", memory).is_at_risk());
  CHECK_FALSE(all.screen("my back is killing me", memory).is_at_risk());
}

// What the screen makes of a text whose cues lean so.
RiskAssessment leaning(std::string_view text, RiskCategory category, std::int32_t lean,
                       const RiskMemory& memory = {}) {
  fakes::WrittenRules all = rules();
  all.lean_towards(category, lean);
  return all.screen(text, memory);
}

TEST_CASE("risk screen: without cues nothing leans") {
  CHECK_FALSE(rules().screen("i want to die").lean.has_value());
  const RiskAssessment seen = leaning("hello", RiskCategory::Abuse, -120);
  REQUIRE(seen.lean.has_value());
  CHECK(seen.lean->lean == -120);
  CHECK(seen.lean->category == RiskCategory::Abuse);
}

// The highest lean at which a text whose cues lean so is of a tier or under it.
std::int32_t highest_lean(std::string_view text, RiskTier tier) {
  for (std::int32_t lean = 500; lean > -999; lean -= 10) {
    if (leaning(text, RiskCategory::Suicide, lean).tier <= tier) return lean;
  }
  return -999;
}

TEST_CASE("risk screen: cues find risk where no rule did") {
  for (const std::string_view text : {"hello", "", "my back is killing me"}) {
    CAPTURE(text);
    const RiskAssessment found = leaning(text, RiskCategory::SelfHarm, 100);
    CHECK(found.tier == RiskTier::Indirect);
    CHECK(found.category == RiskCategory::SelfHarm);
    CHECK(leaning(text, RiskCategory::SelfHarm, 900).tier == RiskTier::Indirect);
    CHECK(leaning(text, RiskCategory::SelfHarm, -300).tier == RiskTier::None);
    CHECK(leaning(text, RiskCategory::SelfHarm, -900).tier == RiskTier::None);
  }
}

TEST_CASE("risk screen: a lean that is nearly risk is kept as context") {
  const std::int32_t highest = highest_lean("hello", RiskTier::Context);
  CHECK(highest <= 0);
  CHECK(highest > highest_lean("hello", RiskTier::None));
  const RiskAssessment seen = leaning("hello", RiskCategory::SelfHarm, highest);
  CHECK(seen.tier == RiskTier::Context);
  CHECK(seen.category == RiskCategory::SelfHarm);
}

TEST_CASE("risk screen: cues find what is said in other words") {
  fakes::WrittenRules all = rules();
  all.add_cue("goodbye", {{"safety.suicide", 2000}});
  all.add_cue("party", {{"none", 2000}});
  all.add_cue("=none", {{"none", 1000}});
  const RiskAssessment seen = all.screen("i wrote a letter to say goodbye");
  CHECK(seen.tier == RiskTier::Indirect);
  CHECK(seen.category == RiskCategory::Suicide);
  CHECK(seen.hits.empty());
  CHECK(all.screen("a goodbye party").tier == RiskTier::None);
  CHECK(all.screen("a letter").tier == RiskTier::None);
}

TEST_CASE("risk screen: a harmless setting lowers a hit, the plainer the statement the harder") {
  const std::int32_t indirect = highest_lean("i hope i do not wake up", RiskTier::Context);
  const std::int32_t explicit_one = highest_lean("i want to die", RiskTier::Context);
  const std::int32_t emergency = highest_lean("i took all the pills", RiskTier::Context);
  CHECK(indirect <= 0);
  CHECK(explicit_one <= indirect - 50);
  CHECK(emergency <= explicit_one - 100);
  CHECK(emergency > -999);
  CHECK(highest_lean("my friend is suicidal", RiskTier::Context) == explicit_one);
}

TEST_CASE("risk screen: a rule's hit never makes a message less of a risk") {
  const std::int32_t without = highest_lean("hello", RiskTier::Context);
  for (const std::string_view text : {"i hope i do not wake up", "i want to die", "no point",
                                      "i am not suicidal", "my back is killing me"}) {
    CAPTURE(text);
    CHECK(highest_lean(text, RiskTier::Context) <= without);
  }
}

TEST_CASE("risk screen: no lean takes a statement back to none") {
  for (const std::string_view text :
       {"i want to die", "i took all the pills", "i hope i do not wake up", "no point",
        "i am not suicidal", "i was suicidal years ago", "my friend is suicidal"}) {
    CAPTURE(text);
    const RiskAssessment seen = leaning(text, RiskCategory::Abuse, -999);
    CHECK(seen.tier == RiskTier::Context);
    CHECK(seen.category != RiskCategory::Abuse);
    CHECK(seen.hits.size() == 1);
  }
}

TEST_CASE("risk screen: a lean towards risk raises what was kept as context") {
  for (const std::string_view text : {"no point", "i am not suicidal", "suicidal years ago"}) {
    CAPTURE(text);
    const RiskAssessment kept = leaning(text, RiskCategory::SelfHarm, -300);
    CHECK(kept.tier == RiskTier::Context);
    CHECK(kept.category == RiskCategory::Suicide);
    const RiskAssessment raised = leaning(text, RiskCategory::SelfHarm, 100);
    CHECK(raised.tier == RiskTier::Indirect);
    CHECK(raised.category == RiskCategory::SelfHarm);
  }
}

TEST_CASE("risk screen: a lean towards risk may name another category, not for an emergency") {
  struct Row {
    std::string_view text;
    RiskCategory leant;
    std::int32_t lean;
    RiskCategory category;
    RiskTier tier;
  };
  const Row rows[] = {
      {"i cut myself", RiskCategory::Suicide, 100, RiskCategory::Suicide, RiskTier::Explicit},
      {"i cut myself", RiskCategory::Suicide, -130, RiskCategory::SelfHarm, RiskTier::Explicit},
      {"i took all the pills", RiskCategory::Suicide, 500, RiskCategory::Emergency,
       RiskTier::Emergency},
      {"i cut myself", RiskCategory::Emergency, 100, RiskCategory::Emergency, RiskTier::Emergency},
      {"hello", RiskCategory::Emergency, 100, RiskCategory::Emergency, RiskTier::Emergency},
      {"hello", RiskCategory::Emergency, -300, RiskCategory::Suicide, RiskTier::None},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.lean);
    const RiskAssessment seen = leaning(row.text, row.leant, row.lean);
    CHECK(name_of(seen.category) == name_of(row.category));
    CHECK(name_of(seen.tier) == name_of(row.tier));
  }
}

TEST_CASE("risk screen: what was lowered or is nearly risk adds up like other weak cues") {
  const std::int32_t nearly = highest_lean("hello", RiskTier::Context);
  RiskMemory memory;
  for (const auto& [before, at_risk] : {std::pair{0, false}, {1, false}, {2, true}}) {
    CAPTURE(before);
    memory.weak_cues = static_cast<std::uint8_t>(before);
    CHECK(leaning("i want to die", RiskCategory::Abuse, -900, memory).is_at_risk() == at_risk);
    CHECK(leaning("hello", RiskCategory::Suicide, nearly, memory).is_at_risk() == at_risk);
    CHECK_FALSE(leaning("hello", RiskCategory::Suicide, -900, memory).is_at_risk());
  }
}

TEST_CASE("risk screen: doubt keeps an idiom from cancelling") {
  fakes::WrittenRules all;
  all.add({.id = "dying", .patterns = {"dying"}, .unless = {"stop thinking [of] dying"}});
  const std::pair<std::string_view, bool> rows[] = {
      {"how do i stop thinking of dying", false},
      {"please stop thinking dying", false},
      {"i cannot. stop thinking of dying", false},
      {"stop thinking of dying, i can not say why", false},
      {"i can not stop thinking of dying", true},
      {"i can't stop thinking of dying", true},
      {"stop thinking of dying? i can't stop thinking of dying", true},
  };
  for (const auto& [text, at_risk] : rows) {
    CAPTURE(text);
    CHECK(all.screen(text).is_at_risk() == at_risk);
  }
}

TEST_CASE("risk screen: two looks at the same words are the same") {
  fakes::WrittenRules all = rules();
  const std::string text = "not suicidal, he hits me, my back is killing me";
  const RiskAssessment first = all.screen(text);
  const RiskAssessment second = all.screen(text);
  REQUIRE(first.hits.size() == second.hits.size());
  for (std::size_t i = 0; i < first.hits.size(); ++i) {
    CHECK(all.rule_id(first.hits[i]) == all.rule_id(second.hits[i]));
    CHECK(first.hits[i].span == second.hits[i].span);
    CHECK(first.hits[i].tier == second.hits[i].tier);
  }
}

}  // namespace
}  // namespace waymark
