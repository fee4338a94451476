#pragma once
// `waymark test`: plays a pack's conversation tests, and tells how much of the pack they look at.

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>

#include "engine/api/clock.h"

namespace CLI {
class App;
}

namespace waymark {

struct TestCommand {
  std::string pack;
  std::string junit;  // a file to write; empty: none
  bool is_json = false;
  bool shows_coverage = false;
  std::optional<double> min_coverage;  // instead of that of pack.json
  bool suggests = false;
  bool updates = false;
  bool is_sure = false;  // writes without asking
  bool mutates = false;
  std::size_t mutants = 0;  // 0: all
  std::uint64_t seed = 1;
};

// Where a command reads and writes. `is_terminal` says that a person sits at `in` who can be asked.
struct CommandStreams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool is_terminal = false;
};

// Plays every *.chat file below the pack's tests/ folder, the session sealed and opened between
// turns. Lists what failed with its file and line, sums up, and does what else was asked for; gives
// the exit code.
int run_test(const TestCommand& command, const Clock& clock, const CommandStreams& streams);

void add_test(CLI::App& program, int& exit_code);

}  // namespace waymark
