#pragma once
// What conversation tests visited of a pack, as a table, a list and JSON. Any thread.
//
//   const CoverageCounts counts = count_covered(items, report.covered);
//   out << coverage_table(counts);

#include <array>
#include <string>
#include <vector>

#include "engine/api/coverage.h"

namespace waymark {

struct CoverageCount {
  std::size_t covered = 0;
  std::size_t all = 0;

  // 1 when there is nothing to cover.
  [[nodiscard]] double share() const;
};

using CoverageCounts = std::array<CoverageCount, kCoverageKinds>;  // by CoverageKind

[[nodiscard]] CoverageCounts count_covered(const std::vector<CoverageItem>& items,
                                           const std::vector<bool>& covered);

// A line a kind: covered, all, share.
[[nodiscard]] std::string coverage_table(const CoverageCounts& counts);

// What is not covered, a line each with its place, by kind.
[[nodiscard]] std::string uncovered_list(const std::vector<CoverageItem>& items,
                                         const std::vector<bool>& covered);

// An object with an object for each kind: covered, all, share and the list of what is missing.
void append_coverage_json(std::string& out, const std::vector<CoverageItem>& items,
                          const std::vector<bool>& covered);

// A share with three decimals, rounded down: 0.9499 is no 0.95.
[[nodiscard]] std::string share_text(double share);

}  // namespace waymark
