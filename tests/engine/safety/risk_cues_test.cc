#include "engine/safety/risk_cues.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>

#include "tests/engine/safety/written_rules.h"

namespace waymark {
namespace {

fakes::WrittenRules rules() {
  fakes::WrittenRules rules;
  rules.add({.id = "die", .patterns = {"want to die"}, .unless = {"want to die of laughter"}});
  rules.add({.id = "hit",
             .category = RiskCategory::Abuse,
             .tier = RiskTier::Indirect,
             .fixed_scope = true,
             .patterns = {"hits me"}});
  return rules;
}

// "goodbye" speaks for suicide; "calm" and the statement itself speak against it, as much.
fakes::WrittenRules weighed() {
  fakes::WrittenRules all = rules();
  all.add_cue("goodbye", {{"safety.suicide", 3000}});
  all.add_cue("calm", {{"none", 3000}});
  all.add_cue("=die:own", {{"none", 3000}});
  return all;
}

std::string repeated(std::string_view word, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += std::string(word) + ' ';
  return text;
}

constexpr std::int32_t kOneCue = 904;  // 3000 / sqrt(10 + 1)
constexpr std::int32_t kPartDoubt = 300;

}  // namespace

TEST_CASE("risk cues: what became of a hit is its mark, for its rule and its kind") {
  fakes::WrittenRules all = rules();
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"hello", "none"},
      {"", "none"},
      {"i want to die", "die:own safety.suicide:explicit:own"},
      {"i do not want to die", "die:negated safety.suicide:explicit:negated"},
      {"years ago i had want to die", "die:past safety.suicide:explicit:past"},
      {"she said want to die", "die:quoted safety.suicide:explicit:quoted"},
      {"my brother may want to die", "die:other safety.suicide:explicit:other"},
      {"want to die of laughter", "die:idiom safety.suicide:explicit:idiom"},
      {"it hits me", "hit:own safety.abuse:indirect:own"},
      {"he hits me", "hit:other safety.abuse:indirect:other"},
      {"want to die, it hits me",
       "die:own safety.suicide:explicit:own hit:own safety.abuse:indirect:own"},
  };
  for (const auto& [text, marks] : rows) {
    CAPTURE(text);
    CHECK(all.marks(text) == marks);
  }
}

TEST_CASE("risk cues: every mark has a name of its own") {
  const std::vector<std::string> names = risk_mark_names({{"a"}, {"b"}});
  CHECK(std::set(names.begin(), names.end()).size() == names.size());
  CHECK(names.front() == "a:own");
  CHECK(names[6] == "b:own");
  CHECK(names.back() == "none");
  CHECK(risk_mark_names({}).size() == names.size() - 12);
}

TEST_CASE("risk cues: the lean is towards the category that they speak for most") {
  fakes::WrittenRules all = rules();
  all.add_cue("goodbye", {{"safety.suicide", 300}, {"safety.self_harm", 200}});
  all.add_cue("razor", {{"safety.self_harm", 300}});
  all.add_cue("calm", {{"none", 600}});
  struct Row {
    std::string_view text;
    RiskCategory category;
    std::int32_t lean;
  };
  const Row rows[] = {
      {"goodbye", RiskCategory::Suicide, 90},          // 300 / sqrt(11)
      {"goodbye razor", RiskCategory::SelfHarm, 144},  // 500 / sqrt(12)
      {"goodbye, calm", RiskCategory::Suicide, -87},   // 86 - 173
      {"hello", RiskCategory::Emergency, 0},           // nothing says anything
      {"", RiskCategory::Emergency, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const RiskLean lean = all.lean(row.text);
    CHECK(name_of(lean.category) == name_of(row.category));
    CHECK(lean.lean == row.lean);
  }
}

TEST_CASE("risk cues: a sentence of a long message can say it, and is believed less") {
  struct Row {
    std::string what;
    std::string text;
    std::int32_t lean;
  };
  const Row rows[] = {
      {"together they weigh nothing", "calm. my goodbye letter", 0},
      {"sixteen tokens are one part", repeated("calm", 12) + ". my goodbye letter", 0},
      {"seventeen are not", repeated("calm", 13) + ". my goodbye letter", kOneCue - kPartDoubt},
      {"at the begin", "my goodbye letter. " + repeated("calm", 20), kOneCue - kPartDoubt},
      {"before a question", "my goodbye letter? " + repeated("calm", 20), kOneCue - kPartDoubt},
      {"two words are no part", repeated("calm", 20) + ". goodbye letter", 0},
      {"the same sentence", "my goodbye letter " + repeated("calm", 13), 0},
      {"the whole says it already", repeated("la", 20) + ". my goodbye letter", kOneCue},
      {"no part says it", repeated("calm", 20) + ". calm is here", -kOneCue},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    fakes::WrittenRules all = weighed();
    CHECK(all.lean(row.text).lean == row.lean);
    CHECK((row.lean <= 0 || all.lean(row.text).category == RiskCategory::Suicide));
  }
}

TEST_CASE("risk cues: a long sentence is read in windows that overlap by half") {
  // Windows of 16 tokens begin at every eighth.
  struct Row {
    int calm_before;
    int other_between;
    std::int32_t lean;
  };
  const Row rows[] = {
      {20, 2, 0},                     // [8, 24) and [16, 32) hold both
      {20, 4, kOneCue - kPartDoubt},  // [24, 37) holds the goodbye alone
      {8, 12, kOneCue - kPartDoubt},  // so does [8, 24)
      {9, 4, 0},                      // [0, 16) and [8, 24) hold both
  };
  for (const Row& row : rows) {
    CAPTURE(row.calm_before);
    CAPTURE(row.other_between);
    fakes::WrittenRules all = weighed();
    const std::string text = repeated("calm", row.calm_before) + repeated("la", row.other_between) +
                             "goodbye " + repeated("la", 12);
    CHECK(all.lean(text).lean == row.lean);
  }
}

TEST_CASE("risk cues: a part has the marks of the hits inside it alone") {
  fakes::WrittenRules all = weighed();
  const std::string rest = repeated("la", 20);
  CHECK(all.lean("my goodbye letter. i want to die. " + rest).lean == kOneCue - kPartDoubt);
  CHECK(all.lean("my goodbye letter, i want to die. " + rest).lean == 0);
}

TEST_CASE("risk cues: reasons are those for and against one category") {
  fakes::WrittenRules all = weighed();
  CHECK(all.reasons("goodbye, i want to die", RiskCategory::Suicide) == "goodbye 866");
  CHECK(all.reasons("calm", RiskCategory::Suicide).empty());
  CHECK(all.reasons("goodbye", RiskCategory::Abuse).empty());
  fakes::WrittenRules more = rules();
  more.add_cue("goodbye", {{"safety.suicide", 300}});
  more.add_cue("friend", {{"safety.suicide", -400}});
  more.add_cue("=none", {{"safety.suicide", -100}});
  CHECK(more.reasons("goodbye friend", RiskCategory::Suicide) ==
        "friend -110, goodbye 83, =none -27");
  CHECK(more.reasons("goodbye friend", RiskCategory::Suicide, 1) == "friend -110");
}

}  // namespace waymark
