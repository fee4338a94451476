#pragma once
// Conversation tests in plain text: what a visitor types and what must come back. The format is in
// dialogs/README.md. Stateless; any thread.
//
//   RehearsalReport report = rehearse(*bundle, file, now);
//   for (const Diagnostic& failure : report.failures) ...

#include <cstddef>
#include <vector>

#include "engine/api/clock.h"
#include "engine/api/content.h"
#include "engine/api/diagnostic.h"

namespace waymark {

struct RehearsalReport {
  std::size_t conversations = 0;
  std::size_t turns = 0;
  std::size_t checks = 0;
  std::vector<Diagnostic> failures;  // WM7xx, with the line of the file
};

// Plays every conversation of the file against the pack. The session goes through its binary record
// between turns, as it does in service.
[[nodiscard]] RehearsalReport rehearse(const Bundle& bundle, const SourceFile& file,
                                       UtcSeconds now);

}  // namespace waymark
