#pragma once
// What holds in every state that a talk with a pack can be in, whatever is typed or pressed: crisis
// help comes first, every message gets a reply, every question offers its ways on, and help from a
// person is near. `waymark check` runs it after compiling. Stateless; any thread.
//
//   const ProofReport report = prove(*bundle);
//   for (const Diagnostic& finding : report.findings) ...

#include <cstddef>
#include <vector>

#include "engine/api/content.h"
#include "engine/api/diagnostic.h"

namespace waymark {

struct ProofReport {
  std::size_t states = 0;            // states of a talk that were visited, of all locales
  std::size_t turns = 0;             // turns that were taken from them
  std::size_t crises = 0;            // of these, turns in which somebody was at risk
  std::vector<Diagnostic> findings;  // WM8xx; each ends with the shortest talk that shows it
};

// Walks all states. Never fails; a pack with more states than the walk's bound gets a warning.
[[nodiscard]] ProofReport prove(const Bundle& bundle);

}  // namespace waymark
