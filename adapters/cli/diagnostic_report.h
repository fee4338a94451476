#pragma once
// What `waymark check` found, for people, for programs, and as SARIF 2.1.0 for code-review tools.
// Any thread.

#include <string>
#include <vector>

#include "engine/api/content.h"

namespace waymark {

struct CheckResult {
  std::vector<std::string> unreadable;  // sentences
  std::vector<Diagnostic> diagnostics;
  const BundleSummary* summary = nullptr;  // null when the pack does not compile
};

// One line a problem, then one that sums up.
[[nodiscard]] std::string text_report(const CheckResult& result);

// {"ok","problems":[{"code","severity","file","line","column","message","remedy"}],"summary":{...}}
[[nodiscard]] std::string json_report(const CheckResult& result);

[[nodiscard]] std::string sarif_report(const CheckResult& result);

}  // namespace waymark
