#pragma once
// `waymark graph`: the dialog graph of a pack, to look at.

#include <cstdint>
#include <iosfwd>
#include <string>

#include "engine/api/clock.h"

namespace CLI {
class App;
}

namespace waymark {

enum class GraphFormat : std::uint8_t { Dot, Mermaid, Svg };

struct GraphOptions {
  std::string pack;
  GraphFormat format = GraphFormat::Dot;
  std::string out_file;  // empty: standard output
  std::string flow;      // empty: all
  bool with_coverage = false;
};

// Gives the exit code: findings for a pack that has no graph, wrong usage for one that cannot be
// read, a flow that is not there, or a missing Graphviz. What a proof finds is drawn, and fine.
int run_graph(const GraphOptions& options, const Clock& clock, std::ostream& out,
              std::ostream& err);

void add_graph(CLI::App& program, int& exit_code);

}  // namespace waymark
