#pragma once
// `waymark fit`: learns the weights of a pack's cues from labelled lines and writes them as a file
// of the pack. Authors write lines; nobody writes thousands of weights by hand. The file is content
// like any other: it is read, reviewed, checked and compiled.

#include <iosfwd>
#include <string>
#include <vector>

#include "adapters/cli/cue_fitter.h"
#include "engine/api/cues.h"

namespace CLI {
class App;
}

namespace waymark {

struct FitCommand {
  std::string pack;
  CueScale scale = CueScale::Intents;
  std::vector<std::string> lines;  // files of {"text", "expected", "also"} lines
  std::string out;                 // the file to write
  FitOptions options;
  std::string locale;  // of the lines; the pack's first one if empty
};

// The exit code. Findings go to `err`.
int run_fit(const FitCommand& command, std::ostream& out, std::ostream& err);

void add_fit(CLI::App& program, int& exit_code);

}  // namespace waymark
