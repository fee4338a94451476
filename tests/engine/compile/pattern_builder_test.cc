#include <doctest/doctest.h>

#include <algorithm>

#include "engine/text/analyser.h"
#include "engine/turn/bundle.h"
#include "tests/fakes/pack_fault.h"
#include "tests/fakes/small_pack.h"

namespace waymark {
namespace {

const std::string kTopics = "intents/topics.json";
const std::string kRules = "risk/rules.json";

}  // namespace

TEST_CASE("pattern builder: each pattern knows whose it is and where it stands") {
  fakes::SmallPack pack;
  const BundlePtr bundle = pack.compile().bundle;
  REQUIRE(bundle != nullptr);
  const Matcher& matcher = bundle->locales.front()->matcher;
  std::size_t unless = 0;
  for (PatternIndex i = 0; i < matcher.patterns().size(); ++i) {
    const PatternOrigin& origin = matcher.origin(i);
    CHECK(origin.owner < bundle->intents.size());
    if (origin.written == "how much *3 {therapy}") {
      CHECK(bundle->intents[origin.owner].id.value == "help.cost");
      CHECK(origin.place == pack.place_of(kTopics, "how much *3"));
      CHECK_FALSE(origin.is_unless);
    }
    if (origin.is_unless) ++unless;
  }
  CHECK(unless == 1);
}

TEST_CASE("pattern builder: risk rules with their cues") {
  const BundlePtr bundle = fakes::small_bundle();
  const RiskRules& risk = bundle->locales.front()->risk;
  REQUIRE(risk.rules.size() == 5);
  CHECK(risk.rules[0].id == "suicide.overdose");
  CHECK(risk.rules[0].tier == RiskTier::Emergency);
  CHECK(risk.rules[0].fixed_scope);
  CHECK_FALSE(risk.rules[1].fixed_scope);
  CHECK(risk.rules[4].category == RiskCategory::Abuse);
  CHECK(risk.origins.size() == risk.patterns.size());
  const auto count = [&risk](RiskRole role) {
    return std::ranges::count(risk.origins, role, &RiskPattern::role);
  };
  CHECK(count(RiskRole::Rule) == 6);
  for (const RiskRole role : {RiskRole::Unless, RiskRole::Negation, RiskRole::Doubt, RiskRole::Past,
                              RiskRole::OtherPerson, RiskRole::Quote}) {
    CHECK(count(role) == 1);
  }
}

TEST_CASE("pattern builder: faults in a pattern show their place inside it") {
  const std::string from = "\"{feel} [so|very|really] {low}\"";
  fakes::check_faults({
      {"an unexpected mark", kTopics, from, "\"{feel} | {low}\"", "WM301", "| {low}"},
      {"nothing in brackets", kTopics, from, "\"{feel} [] {low}\"", "WM302", "] {low}"},
      {"a bracket that stays open", kTopics, from, "\"{feel} (so {low}\"", "WM303",
       "\"],\n   \"examples\": [\"i feel low"},
      {"a gap too wide", kTopics, from, "\"{feel} *11 {low}\"", "WM304", " {low}\""},
      {"no word", kTopics, from, "\"{feel} !!! {low}\"", "WM305", "!!!"},
      {"all-of in square brackets", kTopics, from, "\"{feel} [a & b] {low}\"", "WM306", " {low}\""},
      {"an unknown type", kTopics, from, "\"{feel} <colour> {low}\"", "WM307", "colour"},
      {"an unknown set", kTopics, from, "\"{feel} {down}\"", "WM308", "down}"},
      {"in an unless", kTopics, "\"therapy cost me my job\"", "\"therapy cost (me\"", "WM303",
       "\"],\n   \"examples\": [\"how much"},
      {"in a risk rule", kRules, "\"can not go on\"", "\"can not {go} on\"", "WM308", "go} on"},
      {"in a rule's unless", kRules, "want to die of (", "want to die {of} (", "WM308", "of} ("},
      {"in a named value", "lexicon/words.json", "\"northern ireland\"]}}",
       "\"northern ireland\", \"{ulster}\"]}}", "WM308", "ulster}"},
  });
}

TEST_CASE("pattern builder: patterns that match anything, or grow without end") {
  const std::string from = "\"explain * {therapy}\"";
  std::string many = "\"";
  for (int i = 0; i < 4'100; ++i) many += "a ";
  fakes::check_faults({
      {"nothing but a gap", kTopics, from, from + ", \"*\"", "WM310", "*\"]"},
      {"nothing but what may be there", kTopics, from, from + ", \"[so] [very]\"", "WM310",
       "[so] ["},
      {"nothing but edges", kTopics, from, from + ", \"^ $\"", "WM310", "^ $"},
      {"too many words", kTopics, from, from + ", " + many + "\"", "WM310", "a a a"},
  });
}

TEST_CASE("pattern builder: risk rules need every set of the words around them") {
  fakes::SmallPack pack;
  pack.replace("lexicon/words.json", "  \"scope.past\": [\"used to\", \"years ago\"],\n", "");
  const CompileResult result = pack.compile();
  REQUIRE_FALSE(result.diagnostics.empty());
  CHECK(result.diagnostics[0].code == "WM313");
  CHECK(result.diagnostics[0].place == pack.place_of(kRules, "suicide.overdose"));
  CHECK(result.diagnostics[0].message.find("scope.past") != std::string::npos);
}

TEST_CASE("pattern builder: risk rules that cannot be") {
  fakes::check_faults({
      {"a category", kRules, "\"category\": \"safety.abuse\"", "\"category\": \"abuse\"", "WM113",
       "abuse\", \"tier\""},
      {"a tier", kRules, "\"tier\": \"indirect\"", "\"tier\": \"soft\"", "WM113", "soft"},
      {"the tier of nothing", kRules, "\"tier\": \"indirect\"", "\"tier\": \"none\"", "WM113",
       "none\""},
      {"a scope", kRules, "\"scope\": \"fixed\"", "\"scope\": \"free\"", "WM113", "free\""},
  });
}

TEST_CASE("pattern builder: named values of no known type") {
  fakes::check_faults({
      {"a type", "lexicon/words.json", "\"entities\": {",
       "\"entities\": {\"town\": {\"leeds\": "
       "[\"leeds\"]}, ",
       "WM307", "\"town\""},
  });
}

TEST_CASE("pattern builder: a nation that is said is found as its value") {
  const BundlePtr bundle = fakes::small_bundle();
  const LocaleContent& content = *bundle->locales.front();
  const std::string message = "i live in Northern Ireland";
  const std::vector<Entity> entities =
      content.entities.extract(analyse(content.language, message), message).list;
  REQUIRE(entities.size() == 1);
  CHECK(entities[0].value == "northern_ireland");
}

TEST_CASE("pattern builder: a phrase with a number has it in its value, and none cancels") {
  fakes::SmallPack pack;
  pack.replace("lexicon/words.json", "\"entities\": {",
               "\"entities\": {\"money\": {\"<number>00\": [\"<number> quid\"], "
               "\"none\": [\"<number> quid short\"]}, ");
  const CompileResult result = pack.compile();
  REQUIRE(result.bundle != nullptr);
  const LocaleContent& content = *result.bundle->locales.front();
  const auto money_in = [&](const std::string& message) {
    std::string out;
    for (const Entity& entity :
         content.entities.extract(analyse(content.language, message), message).list) {
      if (entity.type == EntityType::Money) out += entity.value;
    }
    return out;
  };
  CHECK(money_in("40 quid") == "4000");
  CHECK(money_in("quid") == "");
  CHECK(money_in("40 quid short") == "");
}

TEST_CASE("pattern builder: a slip is never corrected to a word that only entities name") {
  fakes::SmallPack pack;
  pack.replace("lexicon/words.json", "\"entities\": {",
               "\"entities\": {\"place\": {\"wales.aberystwyth\": [\"aberystwyth\"]}, ");
  const CompileResult result = pack.compile();
  REQUIRE(result.bundle != nullptr);
  const LocaleContent& content = *result.bundle->locales.front();
  const auto found = [&](const std::string& message) {
    return content.entities.extract(analyse(content.language, message), message).list.size();
  };
  CHECK(found("aberystwyth") == 1);
  CHECK(found("aberystwith") == 0);
}

}  // namespace waymark
