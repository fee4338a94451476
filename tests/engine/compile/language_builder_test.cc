#include <doctest/doctest.h>

#include "engine/text/analyser.h"
#include "engine/turn/bundle.h"
#include "tests/fakes/pack_fault.h"
#include "tests/fakes/small_language.h"
#include "tests/fakes/small_pack.h"

namespace waymark {
namespace {

std::string words(const BundlePtr& bundle, std::string_view message) {
  REQUIRE(bundle != nullptr);
  return fakes::words_of(analyse(bundle->locales.front()->language, message).tokens);
}

}  // namespace

TEST_CASE("language builder: rewrites, misspellings and known words of a pack") {
  const BundlePtr bundle = fakes::small_bundle();
  const std::pair<std::string, std::string> rows[] = {
      {"I dont", "i do not"},    {"i CAN’T", "i can not"}, {"u", "you"},
      {"we're", "we are"},       {"were", "were"},         {"theropy", "therapy"},
      {"therpist", "therapist"}, {"plant", "plant"},       {"embarassment", "embarrassment"},
  };
  for (const auto& [message, expected] : rows) {
    CAPTURE(message);
    CHECK(words(bundle, message) == expected);
  }
}

TEST_CASE("language builder: a slip never becomes a denial of the scope sets") {
  fakes::SmallPack pack;
  pack.replace("lexicon/words.json", "\"scope.negation\": [\"not\", \"never\", \"no\"]",
               "\"scope.negation\": [\"not\", \"no\", \"hardly ever\", \"without\"]");
  const BundlePtr bundle = pack.compile().bundle;
  CHECK(words(bundle, "hardy") == "hardy");
  CHECK(words(bundle, "withuot") == "withuot");
  CHECK(words(bundle, "nevr") == "nevr");
}

TEST_CASE("language builder: words of one locale stay out of another") {
  fakes::SmallPack pack;
  pack.put("lexicon/cymraeg.json", R"({"locale": "cy-GB", "sets": {"low": ["isel"]},
    "rewrites": {"u": "chi"}, "entities": {"nation": {"wales": ["cymru"]}}})");
  pack.replace("pack.json", "[\"en-GB\"]", "[\"en-GB\", \"cy-GB\"]");
  for (const std::string file : {"topics.json", "engine.json"}) {
    pack.put("prompts/cy-GB/" + file, pack.text("prompts/en-GB/" + file));
    pack.replace("prompts/cy-GB/" + file, "\"en-GB\"", "\"cy-GB\"");
  }
  const BundlePtr bundle = pack.compile().bundle;
  REQUIRE(bundle != nullptr);
  CHECK(words(bundle, "u") == "you");
  const Language& other = bundle->locales[1]->language;
  CHECK(fakes::words_of(analyse(other, "u").tokens) == "chi");
  CHECK(other.vocabulary.find("depressed") == kUnknownWord);
}

TEST_CASE("language builder: rewrites and sets that cannot be") {
  const std::string path = "lexicon/z.json";
  fakes::check_faults({
      {"two words rewritten", path, "", R"({"locale": "en-GB", "rewrites": {"kind of": "kinda"}})",
       "WM113", "kind of"},
      {"rewritten to nothing", path, "", R"({"locale": "en-GB", "rewrites": {"um": " "}})", "WM113",
       "um\""},
      {"rewritten to two things", path, "", R"({"locale": "en-GB", "rewrites": {"u": "yew"}})",
       "WM207", "u\": \"yew"},
      {"the bare form rewritten to another thing", path, "",
       R"({"locale": "en-GB", "rewrites": {"cant": "slang"}})", "WM207", "cant"},
      {"misspelt in two ways", path, "",
       R"({"locale": "en-GB", "misspellings": {"theropy": "theory"}})", "WM207", "theropy"},
      {"a set again", path, "", R"({"locale": "en-GB", "sets": {"low": ["lowish"]}})", "WM207",
       "low\": ["},
  });
}

TEST_CASE("language builder: what is wrong inside a set, used or not") {
  const std::string path = "lexicon/z.json";
  fakes::check_faults({
      {"a gap", path, "", R"({"locale": "en-GB", "sets": {"x": ["fine", "so * sad"]}})", "WM306",
       " sad"},
      {"a bracket", path, "", R"({"locale": "en-GB", "sets": {"x": ["(a|b"]}})", "WM303", "\"]"},
      {"an unknown set", path, "", R"({"locale": "en-GB", "sets": {"x": ["so {lo}"]}})", "WM308",
       "lo}"},
      {"a set in a circle", path, "", R"({"locale": "en-GB", "sets": {"x": ["so {x}"]}})", "WM309",
       "x}"},
      {"an empty entry", path, "", R"({"locale": "en-GB", "sets": {"x": [""]}})", "WM302", "\"]"},
  });
}

}  // namespace waymark
