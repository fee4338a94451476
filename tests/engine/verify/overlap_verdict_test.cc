#include "engine/verify/overlap_verdict.h"

#include <doctest/doctest.h>

#include "tests/engine/turn/conversation.h"

namespace waymark {
namespace {

using fakes::SmallPack;

// The small pack with an intent of its own file, and cues if they are given.
BundlePtr pack_with(const std::string& kind, const std::string& pattern,
                    const std::string& cues = {}) {
  SmallPack pack;
  pack.put(
      "intents/more.json", R"({"locale": "en-GB", "intents": [
    {"id": "more", "class": ")" +
                               kind + R"(", "title": "help.cost.title", "starts": "help.cost",
     "patterns": [")" + pattern +
                               R"("], "examples": ["zebra more", "zebra two", "zebra three"]}]})");
  if (!cues.empty()) pack.put("cues/intents.json", cues);
  const CompileResult result = compile_pack(pack.source(), fakes::kToday, Examples::Skip);
  for (const Diagnostic& diagnostic : result.diagnostics) MESSAGE(format_diagnostic(diagnostic));
  REQUIRE(result.bundle != nullptr);
  return result.bundle;
}

std::optional<OverlapVerdict> verdict(const Bundle& bundle) {
  const LocaleContent& content = *bundle.locales.front();
  const PatternOutlines outlines(content.matcher, bundle.intents.size());
  const OverlapSearch search = find_overlaps(outlines);
  REQUIRE(search.overlaps.size() == 1);
  return judge_overlap(bundle, content, search.overlaps.front());
}

std::string id(const Bundle& bundle, IntentIndex intent) { return bundle.intents[intent].id.value; }

}  // namespace

TEST_CASE("overlap verdict: without cues, the class of the intents decides") {
  const BundlePtr bundle = pack_with("disclosure", "explain {therapy}");
  const auto found = verdict(*bundle);
  REQUIRE(found.has_value());
  CHECK(found->text.starts_with("explain "));
  CHECK(found->ruling == OverlapRuling::Decided);
  CHECK(id(*bundle, found->first) == "ipt.what_is");
  CHECK(id(*bundle, found->second) == "more");
  REQUIRE(found->taken.has_value());
  CHECK(*found->taken == found->first);
  CHECK(found->reason.starts_with("It is a question, the other a disclosure: it scores "));
}

TEST_CASE("overlap verdict: equal scores decide nothing") {
  const BundlePtr bundle = pack_with("question", "explain {therapy}");
  const auto found = verdict(*bundle);
  REQUIRE(found.has_value());
  CHECK(found->ruling == OverlapRuling::Nothing);
  CHECK(found->reason.starts_with("Both score "));
}

TEST_CASE("overlap verdict: cues decide, or hardly do") {
  const std::tuple<std::string, std::string, OverlapRuling> rows[] = {
      {"more 900", "more", OverlapRuling::Decided},
      {"ipt.what_is 900", "ipt.what_is", OverlapRuling::Decided},
      {"more 900 ipt.what_is 890", "more", OverlapRuling::TossUp},
      {"more 900 ipt.what_is 900", "more", OverlapRuling::TossUp},
      {"more 400 ipt.what_is 400 help.cost 900", "more", OverlapRuling::Decided},
  };
  for (const auto& [weights, first, ruling] : rows) {
    CAPTURE(weights);
    const BundlePtr bundle = pack_with("question", "explain {therapy}",
                                       R"({"locale": "en-GB", "about": "intents",
                                           "cues": {"explain": ")" +
                                           weights + "\"}}");
    const auto found = verdict(*bundle);
    REQUIRE(found.has_value());
    CHECK(id(*bundle, found->first) == first);
    CHECK(found->ruling == ruling);
    CHECK(found->reason.starts_with("The cues give it "));
    CHECK(found->reason.ends_with(", most of all by \"explain\"."));
  }
}

TEST_CASE("overlap verdict: none where the words are read in another way") {
  const BundlePtr bundle = pack_with("question", "explain {therapy}");
  const LocaleContent& content = *bundle->locales.front();
  const PatternOutlines outlines(content.matcher, bundle->intents.size());
  PatternOverlap overlap = find_overlaps(outlines).overlaps.front();
  overlap.witness.resize(2);
  CHECK_FALSE(judge_overlap(*bundle, content, overlap).has_value());
}

}  // namespace waymark
