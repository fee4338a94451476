#pragma once
// `waymark serve`: the HTTP and WebSocket server, until it is told to stop.

#include <iosfwd>

#include "adapters/host/config.h"

namespace CLI {
class App;
}

namespace waymark {

// Serves until SIGTERM or SIGINT; SIGHUP reads pack and keys again and keeps the old when the new
// is broken. Prints where to go on `out` once it listens; logs to standard error. Gives the
// exit code.
int run_serve(const Config& config, std::ostream& out, std::ostream& err);

void add_serve(CLI::App& program, int& exit_code);

}  // namespace waymark
