#pragma once
// What `waymark check` found, for people, for programs, and as SARIF 2.1.0 for code-review tools.
// Any thread.

#include <optional>
#include <string>
#include <vector>

#include "adapters/cli/pattern_report.h"
#include "engine/api/content.h"
#include "engine/api/proof.h"

namespace waymark {

struct CheckResult {
  std::vector<std::string> unreadable;  // sentences
  std::vector<Diagnostic> diagnostics;
  const BundleSummary* summary = nullptr;      // null when the pack does not compile
  std::optional<ProofReport> proof = {};       // its findings are among the diagnostics
  std::optional<PatternReport> patterns = {};  // and so are these
  bool lists_overlaps = false;                 // rather than counting them
  std::optional<RerouteResult> reroutes = {};
  PackSource source = {};  // what the findings point into, where it is to be shown
};

// Whether a finding is about the phrase language or cues, where the column says most.
[[nodiscard]] bool is_about_phrase(const Diagnostic& diagnostic);

// One line a problem, an overlap (where they are listed) or a message that goes another way, then
// one that sums up. Below a problem of the phrase language stands the line
// of the file with a caret, where the source is given.
[[nodiscard]] std::string text_report(const CheckResult& result);

// {"ok","problems":[{"code","severity","file","line","column","message","remedy"}],"summary":{...},"proof":{...},
//  "patterns":{...},"overlaps"?:[...],"against"?:{...}}
[[nodiscard]] std::string json_report(const CheckResult& result);

[[nodiscard]] std::string sarif_report(const CheckResult& result);

}  // namespace waymark
