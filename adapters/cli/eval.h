#pragma once
// `waymark eval`: how well a set of labelled messages is understood.

#include <iosfwd>
#include <string>

#include "adapters/cli/score_report.h"

namespace CLI {
class App;
}

namespace waymark {

struct EvalOptions {
  std::string pack;
  std::string set;  // path of a file of {"text","expected","also":[]} lines
  Misses misses = Misses::Counted;
  bool is_json = false;
};

// Scores every message as the first of a conversation. Gives the exit code: a set that cannot be
// read, or has a line that cannot, is wrong input; a low score is not.
int run_eval(const EvalOptions& options, std::ostream& out, std::ostream& err);

void add_eval(CLI::App& program, int& exit_code);

}  // namespace waymark
