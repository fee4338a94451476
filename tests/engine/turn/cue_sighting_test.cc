#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "engine/api/cues.h"
#include "engine/turn/understanding.h"
#include "tests/engine/turn/conversation.h"
#include "tests/fakes/small_cues.h"

namespace waymark {
namespace {

using fakes::SmallPack;
using Names = std::vector<std::string>;

Names cues(std::string_view text, CueScale scale = CueScale::Intents) {
  return cues_in(*fakes::shared_small_bundle(), scale, text).cues;
}

Names words(std::string_view text) {
  return cues_in(*fakes::shared_small_bundle(), CueScale::Intents, text).words;
}

bool holds(const Names& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

SmallPack pack_with_classes() {
  SmallPack pack;
  return pack.put("lexicon/classes.json", R"({"locale": "en-GB", "classes": {
    "row": ["argue"], "function_word": ["my", "so"]}})");
}

// The cues that a message is found to hold in a pack whose cues have these names.
Names found_again(std::string_view text, CueScale scale, const Names& names) {
  Names lines;
  for (const std::string& name : names) lines.push_back('"' + name + "\": \"none 9000\"");
  SmallPack pack = pack_with_classes();
  const std::string about = scale == CueScale::Risk ? "risk" : "intents";
  pack.put("cues/a.json", fakes::with_lines(R"({"locale": "en-GB", "about": ")" + about +
                                                R"(", "cues": {"said by nobody": "none 1")",
                                            lines));
  const CompileResult result = compile_pack(pack.source(), fakes::kToday, Examples::Skip);
  for (const Diagnostic& diagnostic : result.diagnostics) MESSAGE(format_diagnostic(diagnostic));
  REQUIRE(result.bundle != nullptr);
  const LocaleContent& content = *result.bundle->locales.front();
  const Understanding seen = understand(content, text, {});
  const auto shares = scale == CueScale::Risk
                          ? content.risk.cues.shares(seen.risk.cues, kRiskCategories, 999)
                          : content.ranker.reasons(seen.intent_cues, {std::nullopt, 0}, 999);
  Names found;
  for (const CueShare& share : shares) found.emplace_back(share.written);
  std::ranges::sort(found);
  return found;
}

}  // namespace

TEST_CASE("cue sighting: all cues of a message, known to the pack or not, each once, in order") {
  CHECK(cues("Sad sad") == Names{"#2", "=none", "^ sad", "^ sad sad", "sad", "sad $", "sad sad",
                                 "sad sad $", "sad~", "sad~ & sad~"});
  CHECK(cues("plonking?", CueScale::Risk) == Names{"#2", "=none", "?", "? $", "^ plonking",
                                                   "^ plonking ?", "plonking", "plonking ?",
                                                   "plonking ? $", "plonk~"});
  CHECK(cues("") == Names{"#0", "=none"});
}

TEST_CASE("cue sighting: pieces of words, which risk does without") {
  const Names names = cues("a lost friend");
  for (const char* name : {"los*", "*lost*", "*ost", "fri*", "*frie*", "*rien*", "*end"}) {
    CAPTURE(std::string(name));
    CHECK(holds(names, name));
  }
  CHECK_FALSE(holds(cues("a lost friend", CueScale::Risk), "*lost*"));
}

TEST_CASE("cue sighting: words as they are read, not as they were typed") {
  const Names names = cues("I DON'T like theropy");
  for (const char* name : {"do not", "therapy", "not like", "therapi~", "like~ & therapi~"}) {
    CAPTURE(std::string(name));
    CHECK(holds(names, name));
  }
  CHECK_FALSE(holds(names, "theropy"));
}

TEST_CASE("cue sighting: ends of sentences part what is near, and have a sign") {
  const Names names = cues("no. thanks? bye");
  for (const char* name : {"no .", ". thanks", "thanks ?", "? bye", "no . thanks", "?"}) {
    CAPTURE(std::string(name));
    CHECK(holds(names, name));
  }
  CHECK_FALSE(holds(names, "."));
  CHECK_FALSE(holds(names, "no thanks"));
  CHECK_FALSE(holds(names, "no~ & thank~"));
}

TEST_CASE("cue sighting: classes of the pack, and words of grammar that are near nothing") {
  const BundlePtr bundle = fakes::compiled(pack_with_classes());
  const Names names = cues_in(*bundle, CueScale::Intents, "my dad argued so").cues;
  CHECK(holds(names, "{row}"));
  CHECK(holds(names, "argu~"));
  CHECK(holds(names, "argu~ & dad~"));
  CHECK(holds(names, "{function_word}"));
  CHECK(holds(names, "my~"));
  CHECK_FALSE(holds(names, "dad~ & my~"));
  CHECK_FALSE(holds(names, "argu~ & so~"));
}

TEST_CASE("cue sighting: the marks of the scale that is asked for, and no others") {
  const std::string text = "what is ipt? i want to die";
  const Names intents = cues(text);
  CHECK(holds(intents, "=ipt.what_is"));
  CHECK(holds(intents, "=ipt.what_is:best"));
  CHECK_FALSE(holds(intents, "=suicide.want_to_die:own"));
  CHECK_FALSE(holds(intents, "=none"));
  const Names risk = cues(text, CueScale::Risk);
  CHECK(holds(risk, "=suicide.want_to_die:own"));
  CHECK(holds(risk, "=safety.suicide:explicit:own"));
  CHECK_FALSE(holds(risk, "=ipt.what_is"));
  CHECK(holds(cues("i don't want to die", CueScale::Risk), "=suicide.want_to_die:negated"));
  CHECK(holds(cues("want to die of laughter", CueScale::Risk), "=suicide.want_to_die:idiom"));
  CHECK(holds(cues("what is ipt", CueScale::Risk), "=none"));
}

TEST_CASE("cue sighting: the words are those that are real or known to a rule") {
  // "plant" and "house" are in the list of words, "therapy" is in a pattern.
  CHECK(words("therapy for a plant, qwxz house") == Names{"therapy", "plant", "house"});
  CHECK(words("plant plant") == Names{"plant", "plant"});
  CHECK(words("42 ?! \xF0\x9F\x98\xA2").empty());
}

// What is learnt must be found again: each name, written into a cues file, is a cue of the message.
TEST_CASE("cue sighting: every name can be written as a cue, and is then seen in the message") {
  const BundlePtr bundle = fakes::compiled(pack_with_classes());
  for (const std::string text :
       {"what is ipt?", "No. Thanks! i'm SO sad...", "i can't go on", "", "?", "...",
        "caf\xC3\xA9 \xF0\x9F\x98\xA2 it's 3:30, k.m.s", "argue argue arguing my plant",
        "a = b & c ~ d # e ^ f $ g {h}", "2nd of 100% (really) 50/50"}) {
    for (const CueScale scale : {CueScale::Intents, CueScale::Risk}) {
      CAPTURE(text);
      const Names names = cues_in(*bundle, scale, text).cues;
      CHECK(found_again(text, scale, names) == names);
    }
  }
}

}  // namespace waymark
