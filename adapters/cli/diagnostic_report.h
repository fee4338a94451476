#pragma once
// What `waymark check` found, for people, for programs, and as SARIF 2.1.0 for code-review tools.
// Any thread.

#include <optional>
#include <string>
#include <vector>

#include "engine/api/content.h"
#include "engine/api/proof.h"

namespace waymark {

struct CheckResult {
  std::vector<std::string> unreadable;  // sentences
  std::vector<Diagnostic> diagnostics;
  const BundleSummary* summary = nullptr;  // null when the pack does not compile
  std::optional<ProofReport> proof = {};   // its findings are among the diagnostics
};

// One line a problem, then one that sums up.
[[nodiscard]] std::string text_report(const CheckResult& result);

// {"ok","problems":[{"code","severity","file","line","column","message","remedy"}],"summary":{...},"proof":{...}}
[[nodiscard]] std::string json_report(const CheckResult& result);

[[nodiscard]] std::string sarif_report(const CheckResult& result);

}  // namespace waymark
