#pragma once
// `waymark test`: plays a pack's conversation tests.

#include <iosfwd>
#include <string>

#include "engine/api/clock.h"

namespace CLI {
class App;
}

namespace waymark {

// Plays every *.chat file below the pack's tests/ folder. Lists what failed on `out` with its file
// and line, then sums up; gives the exit code.
int run_test(const std::string& pack, const Clock& clock, std::ostream& out, std::ostream& err);

void add_test(CLI::App& program, int& exit_code);

}  // namespace waymark
