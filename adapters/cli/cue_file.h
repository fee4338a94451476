#pragma once
// Fitted cues as a file of a pack (dialogs/README.md, cues/*.json): one cue a line, so that people
// can read, change and compare them. Any thread.

#include <string>
#include <vector>

#include "adapters/cli/cue_fitter.h"

namespace waymark {

struct CueFile {
  std::string locale;
  std::string about;                  // "intents" or "risk"
  std::vector<std::string> outcomes;  // in the order of the weights
};

// The text of the file. Weights become whole hundredths.
[[nodiscard]] std::string write_cue_file(const CueFile& file, const FittedCues& cues);

}  // namespace waymark
