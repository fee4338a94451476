#include "engine/verify/talk_coverage.h"

#include <doctest/doctest.h>

#include "engine/api/proof.h"
#include "tests/engine/turn/conversation.h"
#include "tests/fakes/form_pack.h"

namespace waymark {
namespace {

// The codes of what the proof finds, each once.
std::string found_in(const fakes::SmallPack& pack) {
  std::string codes;
  for (const Diagnostic& finding : prove(*fakes::compiled(pack)).findings) {
    if (codes.find(finding.code) == std::string::npos) codes += finding.code + ' ';
  }
  return codes;
}

TEST_CASE("talk coverage: every kind of node and every range of a score is come to") {
  for (const fakes::SmallPack& pack : {fakes::form_pack(), fakes::find_pack()}) {
    const ProofReport report = prove(*fakes::compiled(pack));
    for (const Diagnostic& finding : report.findings) MESSAGE(format_diagnostic(finding));
    CHECK(report.findings.empty());
  }
}

TEST_CASE("talk coverage: a case that another one covers never holds") {
  fakes::SmallPack pack = fakes::form_pack();
  pack.replace("flows/check.json", R"({"slot": "mood", "in_band": "low"})",
               R"({"slot": "mood", "known": true})");
  CHECK(found_in(pack) == "WM812 WM811 ");
}

TEST_CASE("talk coverage: what was noted is met") {
  const BundlePtr bundle = fakes::shared_small_bundle();
  TalkCoverage coverage(*bundle);
  const std::size_t all = coverage.findings().size();
  CHECK(all == bundle->graph.nodes().size());
  coverage.note({{bundle->graph.flow(bundle->start).start, 0}});
  CHECK(coverage.findings().size() == all - 1);
}

}  // namespace
}  // namespace waymark
