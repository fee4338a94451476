#include <doctest/doctest.h>

#include "engine/text/analyser.h"
#include "engine/turn/understanding.h"
#include "tests/fakes/pack_fault.h"
#include "tests/fakes/small_cues.h"
#include "tests/fakes/small_language.h"
#include "tests/fakes/small_pack.h"

namespace waymark {
namespace {

using fakes::small_intent_cues;
using fakes::small_risk_cues;
using fakes::SmallPack;

const std::string kPath = "cues/more.json";

BundlePtr compiled(const SmallPack& pack) {
  CompileResult result = pack.compile();
  for (const Diagnostic& diagnostic : result.diagnostics) MESSAGE(format_diagnostic(diagnostic));
  REQUIRE(result.bundle != nullptr);
  return std::move(result.bundle);
}

Understanding seen(const BundlePtr& bundle, std::string_view message) {
  return understand(*bundle->locales.front(), message, {});
}

std::string meaning(const BundlePtr& bundle, std::string_view message) {
  const Understanding understanding = seen(bundle, message);
  return understanding.meaning ? bundle->intents[understanding.meaning->intent].id.value : "none";
}

// The total of an intent, or of "none", for a message.
std::int32_t total(const BundlePtr& bundle, std::string_view message, std::string_view intent) {
  for (const Reading& reading : seen(bundle, message).readings) {
    const std::string& id = reading.intent ? bundle->intents[*reading.intent].id.value : "none";
    if (id == intent) return reading.total;
  }
  FAIL("no such reading");
  return 0;
}

// A file of one cue about intents.
std::string one_cue(const std::string& cue, const std::string& weights) {
  return R"({"locale": "en-GB", "about": "intents", "cues": {")" + cue + R"(": ")" + weights +
         R"("}})";
}

}  // namespace

TEST_CASE("cue builder: a pack without cues has none") {
  const BundlePtr bundle = fakes::small_bundle();
  CHECK(bundle->locales.front()->ranker.is_empty());
  CHECK(bundle->locales.front()->risk.cues.is_empty());
  CHECK(bundle->locales.front()->language.groups.size() == 0);
}

TEST_CASE("cue builder: cues that say what the patterns say change nothing") {
  SmallPack pack;
  pack.put("cues/intents.json", small_intent_cues());
  pack.put("cues/risk.json", small_risk_cues());
  const BundlePtr bundle = compiled(pack);
  CHECK(bundle->locales.front()->risk.cues.size() == 5);
  CHECK(meaning(bundle, "how much is therapy") == "help.cost");
  CHECK(meaning(bundle, "what are your fees") == "none");
  CHECK(seen(bundle, "i want to die").risk.tier == RiskTier::Explicit);
}

TEST_CASE("cue builder: every kind of cue about intents works") {
  const std::pair<std::string, std::string> rows[] = {
      {"invoice", "an invoice please"},
      {"fee~", "what are your fees"},
      {"{money}", "i have no dosh"},
      {"for nothing", "is it for nothing"},
      {"for no money", "all for no money"},
      {"charg~ & hour~", "do you charge by the hour"},
      {"^ price", "price of it"},
      {"bill $", "about that bill"},
      {"cash ?", "in cash?"},
      {"#1", "xyzzy"},
      {"=none", "xyzzy xyzzy"},
  };
  for (const auto& [cue, message] : rows) {
    CAPTURE(cue);
    SmallPack pack;
    pack.put("lexicon/classes.json",
             R"({"locale": "en-GB", "classes": {"money": ["dosh", "quid"]}})");
    pack.put(kPath, one_cue(cue, "help.cost 1000"));
    // The examples of the other intents do not hold with one cue alone.
    const BundlePtr bundle = compile_pack(pack.source(), fakes::kToday, Examples::Skip).bundle;
    REQUIRE(bundle != nullptr);
    CHECK(total(bundle, message, "help.cost") > 0);
    CHECK(total(bundle, "no cue in this one", "help.cost") == (cue == "=none" ? 301 : 0));
  }
}

TEST_CASE("cue builder: weights go to their outcomes, a bias to all messages") {
  SmallPack pack;
  pack.put("cues/a.json", R"({"locale": "en-GB", "about": "intents",
    "bias": "help.cost -20 none 40",
    "cues": {"zig": "help.cost 1000 ipt.what_is -500 none 32767", "zag": "none -32768"}})");
  const BundlePtr bundle = compile_pack(pack.source(), fakes::kToday, Examples::Skip).bundle;
  REQUIRE(bundle != nullptr);
  CHECK(total(bundle, "xyzzy", "help.cost") == -20);
  CHECK(total(bundle, "xyzzy", "none") == 40);
  CHECK(total(bundle, "xyzzy", "chat.yes") == 0);
  // divided by sqrt(11)
  CHECK(total(bundle, "zig", "help.cost") == 281);
  CHECK(total(bundle, "zig", "ipt.what_is") == -150);
  CHECK(total(bundle, "zig", "none") == 9919);
  CHECK(total(bundle, "zag", "none") == -9840);
}

TEST_CASE("cue builder: several files add to one table") {
  SmallPack pack;
  pack.put("cues/a.json", small_intent_cues({R"("fee~": "help.cost 9000")"}));
  pack.put("cues/b.json", one_cue("gloomy", "depression.feeling_low 9000"));
  const BundlePtr bundle = compiled(pack);
  CHECK(meaning(bundle, "your fees") == "help.cost");
  CHECK(meaning(bundle, "all is gloomy") == "depression.feeling_low");
}

TEST_CASE("cue builder: words of cues join the vocabulary, so slips are corrected to them") {
  SmallPack pack;
  pack.put("cues/a.json", small_intent_cues({R"("affordable": "help.cost 9000")",
                                             R"("expens~": "help.cost 9000")"}));
  const BundlePtr bundle = compiled(pack);
  const Language& language = bundle->locales.front()->language;
  CHECK(language.vocabulary.find("affordable") != kUnknownWord);
  CHECK(fakes::words_of(analyse(language, "is it afordable").tokens) == "is it affordable");
  CHECK(meaning(bundle, "is it afordable") == "help.cost");
  // A stem is no word: its forms stay unknown, and are seen all the same.
  CHECK(language.vocabulary.find("expens~") == kUnknownWord);
  CHECK(language.vocabulary.find("expensive") == kUnknownWord);
  CHECK(meaning(bundle, "is it expensive") == "help.cost");
}

TEST_CASE("cue builder: a class covers every form of its words, known or not") {
  SmallPack pack;
  pack.put("lexicon/classes.json",
           R"({"locale": "en-GB", "classes": {"row": ["argue", "quarrel"], "talk": ["argue"]}})");
  pack.put("cues/a.json", small_intent_cues({R"("{row}": "depression.feeling_low 9000")",
                                             R"("argued": "none 1")"}));
  const BundlePtr bundle = compiled(pack);
  const Language& language = bundle->locales.front()->language;
  CHECK(language.classes.at("argu") == std::vector<std::string>{"{row}", "{talk}"});
  CHECK(language.vocabulary.find("argued") != kUnknownWord);
  for (const char* message : {"we argued", "arguing", "they quarrelled", "quarrels"}) {
    CAPTURE(std::string(message));
    CHECK(meaning(bundle, message) == "depression.feeling_low");
  }
  CHECK(meaning(bundle, "they debated") == "none");
}

TEST_CASE("cue builder: cues and marks about risk") {
  SmallPack pack;
  pack.put("cues/risk.json",
           small_risk_cues({R"("goodby~": "safety.suicide 3000")", R"("nurse": "none 9000")",
                            R"("=suicide.overdose:own": "safety.emergency 9000")"}));
  const BundlePtr bundle = compiled(pack);
  CHECK(seen(bundle, "my goodbyes").risk.tier == RiskTier::Indirect);
  CHECK(seen(bundle, "my day").risk.tier == RiskTier::None);
  CHECK(seen(bundle, "i want to die says the nurse").risk.tier == RiskTier::Context);
  const RiskAssessment overdose = seen(bundle, "i have taken an overdose").risk;
  REQUIRE(overdose.lean.has_value());
  CHECK(overdose.lean->category == RiskCategory::Emergency);
  CHECK(meaning(bundle, "what is ipt") == "ipt.what_is");  // of intents nothing is said
}

TEST_CASE("cue builder: cues and classes of one locale stay out of another") {
  SmallPack pack;
  pack.replace("pack.json", "[\"en-GB\"]", "[\"en-GB\", \"cy-GB\"]");
  for (const std::string file : {"topics.json", "engine.json"}) {
    pack.put("prompts/cy-GB/" + file, pack.text("prompts/en-GB/" + file));
    pack.replace("prompts/cy-GB/" + file, "\"en-GB\"", "\"cy-GB\"");
  }
  pack.put("lexicon/cymraeg.json", R"({"locale": "cy-GB", "classes": {"arian": ["punt"]}})");
  pack.put("cues/cymraeg.json", R"({"locale": "cy-GB", "about": "intents", "bias": "none 7",
    "cues": {"{arian}": "help.cost 900", "faint": "help.cost 900"}})");
  const BundlePtr bundle = compiled(pack);
  CHECK(bundle->locales[0]->ranker.is_empty());
  CHECK(bundle->locales[0]->language.classes.empty());
  CHECK(bundle->locales[0]->language.vocabulary.find("faint") == kUnknownWord);
  const Understanding other = understand(*bundle->locales[1], "faint o bunt neu punt", {});
  REQUIRE_FALSE(other.readings.empty());
  CHECK(bundle->intents[other.readings.front().intent.value()].id.value == "help.cost");
}

TEST_CASE("cue builder: weights that cannot be read") {
  fakes::check_faults({
      {"an unknown intent", kPath, "", one_cue("fee", "help.cots 3"), "WM311", "help.cots"},
      {"a category of risk", kPath, "", one_cue("fee", "safety.suicide 3"), "WM311",
       "safety.suicide"},
      {"no weight", kPath, "", one_cue("fee", "help.cost 212 none"), "WM311", "help.cost 212 none"},
      {"no id", kPath, "", one_cue("fee", "212"), "WM311", "212"},
      {"a fraction", kPath, "", one_cue("fee", "help.cost 2.5"), "WM311", "help.cost 2.5"},
      {"a plus", kPath, "", one_cue("fee", "help.cost +2"), "WM311", "help.cost +2"},
      {"a word", kPath, "", one_cue("fee", "help.cost much"), "WM311", "help.cost much"},
      {"too much", kPath, "", one_cue("fee", "help.cost 32768"), "WM311", "help.cost 32768"},
      {"too little", kPath, "", one_cue("fee", "help.cost -32769"), "WM311", "help.cost -32769"},
      {"far too much", kPath, "", one_cue("fee", "help.cost 99999999999"), "WM311",
       "help.cost 99999999999"},
      {"two blanks", kPath, "", one_cue("fee", "help.cost 2  none 3"), "WM311",
       "help.cost 2  none 3"},
      {"a bias", kPath, "",
       R"({"locale": "en-GB", "about": "intents", "bias": "help.cots 3", "cues": {}})", "WM311",
       "help.cots"},
      {"an intent in risk", kPath, "",
       R"({"locale": "en-GB", "about": "risk", "cues": {"fee": "help.cost 3"}})", "WM311",
       "help.cost 3"},
  });
}

TEST_CASE("cue builder: cues that are none") {
  fakes::check_faults({
      {"empty", kPath, "", one_cue("", "none 3"), "WM312", R"(": "none 3")"},
      {"four words", kPath, "", one_cue("how much is it", "none 3"), "WM312", "how much is it"},
      {"a blank too many", kPath, "", one_cue("how  much", "none 3"), "WM312", "how  much"},
      {"a length", kPath, "", one_cue("#5", "none 3"), "WM312", "#5"},
      {"one stem", kPath, "", one_cue("book~ & cancel", "none 3"), "WM312", "book~ & cancel"},
      {"a mark of no intent", kPath, "", one_cue("=help.cots", "none 3"), "WM312", "=help.cots"},
      {"a mark of another score", kPath, "", one_cue("=help.cost:500", "none 3"), "WM312",
       "=help.cost:500"},
      {"a mark of risk", kPath, "", one_cue("=suicide.go_on:own", "none 3"), "WM312",
       "=suicide.go_on:own"},
      {"a mark of no rule", kPath, "",
       R"({"locale": "en-GB", "about": "risk", "cues": {"=suicide.gone:own": "none 3"}})", "WM312",
       "=suicide.gone:own"},
      {"a mark without its end", kPath, "",
       R"({"locale": "en-GB", "about": "risk", "cues": {"=suicide.go_on": "none 3"}})", "WM312",
       "=suicide.go_on"},
  });
}

TEST_CASE("cue builder: a cue that stands twice") {
  fakes::check_faults({
      {"written alike in one file", kPath, "",
       R"({"locale": "en-GB", "about": "intents", "cues": {"a~ & b~": "none 3", "b~ & a~": "none 4"}})",
       "WM207", "b~ & a~"},
  });
  SmallPack pack;
  pack.put("cues/a.json", one_cue("fee", "help.cost 3"));
  pack.put("cues/b.json", one_cue("fee", "help.cost 4"));
  const CompileResult result = pack.compile();
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].code == "WM207");
  CHECK(result.diagnostics[0].place == pack.place_of("cues/b.json", "fee"));
}

TEST_CASE("cue builder: the same cue may speak of intents and of risk") {
  SmallPack pack;
  pack.put("cues/intents.json", small_intent_cues({R"("hour": "help.cost 3")"}));
  pack.put("cues/risk.json", small_risk_cues({R"("hour": "none 3")"}));
  CHECK(compiled(pack)->locales.front()->risk.cues.size() == 6);
}

}  // namespace waymark
