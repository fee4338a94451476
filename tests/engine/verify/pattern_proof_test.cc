#include "engine/api/pattern_proof.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/engine/turn/conversation.h"

namespace waymark {
namespace {

using fakes::SmallPack;

constexpr const char* kMore = "intents/more.json";

// An intent more for the small pack.
std::string intent(const std::string& kind, const std::string& patterns,
                   const std::string& others = {}) {
  return R"({"locale": "en-GB", "intents": [
    {"id": "more", "class": ")" +
         kind + R"(", "title": "help.cost.title", "starts": "help.cost",
     "patterns": [)" +
         patterns + "], " + others + R"(
     "examples": ["zebra one", "zebra two", "zebra three"]}]})";
}

PatternReport proved(const SmallPack& pack) {
  const CompileResult result = compile_pack(pack.source(), fakes::kToday, Examples::Skip);
  for (const Diagnostic& diagnostic : result.diagnostics) MESSAGE(format_diagnostic(diagnostic));
  REQUIRE(result.bundle != nullptr);
  return prove_patterns(*result.bundle);
}

// Codes of the findings, in their order, with blanks between.
std::string codes(const PatternReport& report) {
  std::string out;
  for (const Diagnostic& finding : report.findings) {
    out += (out.empty() ? "" : " ") + finding.code;
    CHECK_FALSE(finding.message.empty());
    CHECK_FALSE(finding.remedy.empty());
    CHECK(finding.place.file.starts_with("small/intents/"));
  }
  return out;
}

}  // namespace

TEST_CASE("pattern proof: the small pack has no finding") {
  const PatternReport report = prove_patterns(*fakes::shared_small_bundle());
  CHECK(codes(report).empty());
  CHECK(report.overlaps.empty());
  CHECK(report.patterns > 10);
}

TEST_CASE("pattern proof: what is wrong with one intent more") {
  struct Row {
    std::string what, kind, patterns, others, codes;
  };
  const Row rows[] = {
      {"words of its own", "question", R"("zebra")", "", ""},
      {"the words of another", "question", R"("explain {therapy}")", "", "WM821"},
      {"many of them", "question", R"("explain {therapy}", "what is {therapy}")", "", "WM821"},
      {"a class above", "disclosure", R"("explain {therapy} zebra")", "", ""},
      {"meant so", "question", R"("explain {therapy}")",
       R"("overlaps": {"ipt.what_is": "Either answer will do."},)", ""},
      {"meant without need", "question", R"("zebra")",
       R"("overlaps": {"ipt.what_is": "Either answer will do."},)", "WM825"},
      {"cancelled by itself", "question", R"("zebra", "zebra crossing")",
       R"("unless": ["zebra crossing"],)", "WM822"},
      {"always outscored", "disclosure", R"("zebra", "explain {therapy}")", "", "WM823"},
      {"nothing left", "disclosure", R"("explain {therapy}")", "", "WM823 WM824"},
      {"nothing left by itself", "question", R"("zebra")", R"("unless": ["zebra"],)",
       "WM822 WM824"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    SmallPack pack;
    pack.put(kMore, intent(row.kind, row.patterns, row.others));
    CHECK(codes(proved(pack)) == row.codes);
  }
}

TEST_CASE("pattern proof: a tie names both places and the words") {
  SmallPack pack;
  pack.put(kMore, intent("question", R"("explain {therapy}")"));
  const PatternReport report = proved(pack);
  REQUIRE(report.findings.size() == 1);
  const Diagnostic& finding = report.findings.front();
  CHECK(finding.severity == Severity::Error);
  CHECK(finding.message.find("\"explain ") != std::string::npos);
  const std::string both = finding.place.file + finding.message;
  CHECK(both.find("small/intents/more.json") != std::string::npos);
  CHECK(both.find("small/intents/topics.json") != std::string::npos);
  REQUIRE(report.overlaps.size() == 1);
  CHECK(report.overlaps.front().ruling == OverlapRuling::Nothing);
  CHECK_FALSE(report.overlaps.front().is_declared);
}

TEST_CASE("pattern proof: an overlap that is meant is listed all the same") {
  SmallPack pack;
  pack.put(kMore, intent("question", R"("explain {therapy}")",
                         R"("overlaps": {"ipt.what_is": "Either answer will do."},)"));
  const PatternReport report = proved(pack);
  REQUIRE(report.overlaps.size() == 1);
  CHECK(report.overlaps.front().is_declared);
}

}  // namespace waymark
