#pragma once
// Tries mutants of a pack on several threads, and tells what came of it. Any one thread.
//
//   const MutationOutcome outcome = try_mutants(trial, {.count = 200, .seed = 1}, threads);
//   out << mutation_text(outcome);

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/api/mutation.h"

namespace waymark {

struct MutationSample {
  std::size_t count = 0;  // how many; 0 for all
  std::uint64_t seed = 1;
};

struct JudgedMutant {
  Mutant mutant;
  MutantVerdict verdict;
};

struct MutationOutcome {
  std::size_t all = 0;  // mutants that there are
  MutationSample sample;
  std::vector<JudgedMutant> judged;  // those of the sample, in their order

  // The share of them that was noticed; 1 when there is none. Of flows (targets, choices, prompts,
  // conditions), of rules (patterns, unless, risk rules), and of all.
  [[nodiscard]] double flow_score() const;
  [[nodiscard]] double rule_score() const;
  [[nodiscard]] double score() const;
};

// The same outcome for any number of threads.
[[nodiscard]] MutationOutcome try_mutants(const MutationTrial& trial, const MutationSample& sample,
                                          unsigned threads);

// Those that nothing noticed, then a table by kind and the score.
[[nodiscard]] std::string mutation_text(const MutationOutcome& outcome);

// An object with the score, the sample and what was not noticed.
void append_mutation_json(std::string& out, const MutationOutcome& outcome);

}  // namespace waymark
