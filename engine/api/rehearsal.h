#pragma once
// Conversation tests in plain text: what a visitor types and what must come back. The format is in
// dialogs/README.md. Stateless; any thread.
//
//   RehearsalReport report = rehearse(*bundle, file, now);
//   for (const Diagnostic& failure : report.failures) ...

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/api/clock.h"
#include "engine/api/content.h"
#include "engine/api/diagnostic.h"
#include "engine/api/reply.h"

namespace waymark {

// One turn that was played.
struct RehearsedTurn {
  std::size_t conversation = 0;  // of the file, from 1
  std::uint32_t line = 0;        // of the file, where the visitor speaks
  std::string visitor;           // that line
  Reply reply;
  std::vector<std::string> path;  // "flow/node" in the order they ran
};

struct RehearsalReport {
  std::size_t conversations = 0;
  std::size_t turns = 0;
  std::size_t checks = 0;
  std::vector<Diagnostic> failures;  // WM7xx, with the line of the file
  std::vector<RehearsedTurn> played;
};

// Plays every conversation of the file against the pack. The session goes through its binary record
// between turns, as it does in service.
[[nodiscard]] RehearsalReport rehearse(const Bundle& bundle, const SourceFile& file,
                                       UtcSeconds now);

}  // namespace waymark
