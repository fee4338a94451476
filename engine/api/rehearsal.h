#pragma once
// Conversation tests in plain text: what a visitor types and what must come back. The format is in
// dialogs/README.md. Stateless; any thread.
//
//   RehearsalReport report = rehearse(*bundle, file, {.now = now});
//   for (const RehearsedTalk& talk : report.talks) ...

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/clock.h"
#include "engine/api/content.h"
#include "engine/api/diagnostic.h"
#include "engine/api/directory.h"
#include "engine/api/reply.h"

namespace waymark {

// Carries the record of a session from one turn to the next, as a host does: sealed and opened.
// Nothing when it was lost on the way.
using RecordCarrier = std::function<std::optional<std::string>(std::string_view record)>;

struct RehearsalSetting {
  UtcSeconds now;
  RecordCarrier carry;  // empty: the record is kept as it is
  // What conversations with the line "directory: pack" look things up in; others have none.
  const ServiceDirectory* directory = nullptr;
};

// A line of a test that does not hold.
struct RehearsalFailure {
  Diagnostic diagnostic;  // WM7xx, with the line of the file
  std::string expected;   // what the line says
  std::string came;       // what there was instead
  std::string nearest;    // what of it is most like the expected, if anything is
  std::string move;       // the visitor's line before, as written
  // The line that would hold, empty for none at all. Absent where a person has to decide: safety,
  // words, and what a visitor does.
  std::optional<std::string> mended;
};

// One conversation of a file.
struct RehearsedTalk {
  std::string title;
  SourcePlace place;  // of its first line
  std::size_t turns = 0;
  std::size_t checks = 0;
  std::vector<RehearsalFailure> failures;
};

// One turn that was played.
struct RehearsedTurn {
  std::size_t conversation = 0;  // of the report, from 1
  std::uint32_t line = 0;        // of the file, where the visitor speaks
  std::string visitor;           // that line
  Reply reply;
  std::vector<std::string> path;  // "flow/node" in the order they ran
};

struct RehearsalReport {
  std::vector<RehearsedTalk> talks;
  std::vector<bool> covered;  // in the order of coverage_items (coverage.h)
  std::vector<RehearsedTurn> played;

  [[nodiscard]] std::size_t turns() const;
  [[nodiscard]] std::size_t checks() const;
  [[nodiscard]] std::size_t failures() const;

  // Takes over what another file of the same pack gave.
  void add(RehearsalReport other);
};

// Plays every conversation of the file against the pack. The session goes through its binary record
// between turns, as it does in service; one that does not come back the same is a failure.
[[nodiscard]] RehearsalReport rehearse(const Bundle& bundle, const SourceFile& file,
                                       const RehearsalSetting& setting);

}  // namespace waymark
