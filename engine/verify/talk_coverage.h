#pragma once
// What of a graph is never met in any talk: nodes that no talk comes to, and cases of branches that
// never hold. One object serves one walk; one thread.
//
//   TalkCoverage coverage(bundle);
//   for (each turn) coverage.note(runner.path());
//   findings = coverage.findings();

#include <cstddef>
#include <vector>

#include "engine/api/diagnostic.h"
#include "engine/turn/dialog_runner.h"

namespace waymark {

class TalkCoverage {
 public:
  // `bundle` must outlive this.
  explicit TalkCoverage(const Bundle& bundle);

  void note(const std::vector<PathStep>& path);

  // WM811 and WM812, in the order of nodes.
  [[nodiscard]] std::vector<Diagnostic> findings() const;

 private:
  const Bundle& bundle_;
  std::vector<bool> met_;                 // by node
  std::vector<std::vector<bool>> taken_;  // by node and way; empty for what is no branch
};

}  // namespace waymark
