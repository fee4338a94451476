#pragma once
// `waymark new`: begins a pack of one's own.

#include <iosfwd>
#include <string>

namespace CLI {
class App;
}

namespace waymark {

// Writes the five files of the starter pack to `folder`, with its name as the pack's id, and says
// what to do next. Gives the exit code: wrong usage where the folder holds anything already, has a
// name that no pack can have, or cannot be written.
int run_new(const std::string& folder, std::ostream& out, std::ostream& err);

void add_new(CLI::App& program, int& exit_code);

}  // namespace waymark
