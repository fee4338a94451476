#include "engine/verify/talk_walk.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "engine/api/proof.h"
#include "tests/engine/turn/conversation.h"
#include "tests/fakes/form_pack.h"

namespace waymark {

namespace {

// So many bubbles that a reply has no room for what comes after them.
std::string long_words() {
  std::string words = "\"One.";
  for (int i = 0; i < 44; ++i) words += "\\n\\nMore.";
  return words + '"';
}

struct Fault {
  std::string what;
  std::string path;
  std::string from;
  std::string to;
  std::string code;
  std::string talk;  // words of the talk that shows it
};

}  // namespace

TEST_CASE("talk walk: what does not hold is found, with the shortest talk that shows it") {
  const std::vector<Fault> faults = {
      {"a plan longer than a reply", "prompts/en-GB/engine.json", "\"You deserve help.\"",
       long_words(), "WM801", "\n    user: (safety.child, indirect)"},
      {"words that come to nothing", "prompts/en-GB/topics.json", "\"Sorry, I did not get that.\"",
       "\"{nation, select, other {}}\"", "WM802", "\n    user: (something that is not understood)"},
      {"choices for which there is no room", "prompts/en-GB/topics.json", "\"Would online do?\"",
       long_words(), "WM803", "help.cost"},
      {"a menu without a way to a person", "pack.json",
       "\"menu\": [\"ipt.what_is\", \"help.cost\"]", "\"menu\": [\"ipt.what_is\"]", "WM804",
       "\n    "},
      {"buttons that go round", "flows/welcome.json",
       "{\"id\": \"ipt\", \"label\": \"ipt.what_is.title\", \"next\": \"flow:ipt.what_is\"},\n    "
       "{\"id\": \"cost\", \"label\": \"help.cost.title\", \"next\": \"flow:help.cost\"}",
       "{\"id\": \"ipt\", \"label\": \"ipt.what_is.title\", \"next\": \"hello\"}", "WM805",
       "# the chat is opened"},
  };
  for (const Fault& fault : faults) {
    CAPTURE(fault.what);
    fakes::SmallPack pack;
    pack.replace(fault.path, fault.from, fault.to);
    const ProofReport report = prove(*fakes::compiled(pack));
    const auto found = std::ranges::find(report.findings, fault.code, &Diagnostic::code);
    REQUIRE(found != report.findings.end());
    const Diagnostic& finding = *found;
    CAPTURE(format_diagnostic(finding));
    CHECK(finding.severity == Severity::Error);
    CHECK(finding.remedy.find(fault.talk) != std::string::npos);
    CHECK(finding.place.file.starts_with("small/"));
  }
}

TEST_CASE("talk walk: a prompt that shows what is not known in a talk") {
  fakes::SmallPack pack;
  pack.replace("flows/help.cost.json", R"("elsewhere": {"kind": "say", "parts": [)",
               R"("elsewhere": {"kind": "say", "parts": [{"text": "help.cost.long"}, )");
  const ProofReport report = prove(*fakes::compiled(pack));
  REQUIRE_FALSE(report.findings.empty());
  CHECK(report.findings.front().code == "WM815");
  CHECK(report.findings.front().message.find("{sessions}") != std::string::npos);
}

TEST_CASE("talk walk: a choice that tells of risk without room for help") {
  fakes::SmallPack pack = fakes::form_pack();
  pack.replace("prompts/en-GB/engine.json", "\"You are not alone with this.\"", long_words());
  const ProofReport report = prove(*fakes::compiled(pack));
  const auto found = std::ranges::find(report.findings, "WM810", &Diagnostic::code);
  REQUIRE(found != report.findings.end());
  CHECK(found->place.file == "small/flows/check.json");
  CHECK(found->remedy.find("check/form.hope/often") != std::string::npos);
}

TEST_CASE("talk walk: a bound that is hit is told") {
  const BundlePtr bundle = fakes::shared_small_bundle();
  const SlotLiveness liveness(*bundle);
  const VisitorMoves moves(*bundle);
  TalkWalk walk(*bundle, liveness, moves, stable_id("en-GB"), 10);
  walk.run();
  const ProofReport report = walk.take_report();
  REQUIRE_FALSE(report.findings.empty());
  CHECK(report.findings.front().code == "WM806");
  CHECK(report.findings.front().severity == Severity::Warning);
}

}  // namespace waymark
