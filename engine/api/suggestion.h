#pragma once
// Conversation tests that are still to be written: the shortest talks that visit what no test
// visits, as lines of a .chat file. Deterministic; stateless; any thread.
//
//   for (const std::string& talk : suggest_talks(*bundle, source, report.covered, {})) out << talk;

#include <cstddef>
#include <string>
#include <vector>

#include "engine/api/clock.h"
#include "engine/api/content.h"

namespace waymark {

struct SuggestionSetting {
  UtcSeconds now;
  std::size_t most = 40;  // talks
};

// What is typed is taken from examples, risk rules' lines and labels, or put together from a
// pattern, and is tried: it is understood as the line says. `covered` is that of a rehearsal. Each
// talk ends with a line break and holds what comes back as lines that would hold; a person reads
// them before they become tests.
[[nodiscard]] std::vector<std::string> suggest_talks(const Bundle& bundle, const PackSource& source,
                                                     const std::vector<bool>& covered,
                                                     const SuggestionSetting& setting);

}  // namespace waymark
