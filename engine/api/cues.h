#pragma once
// What a fitter of cues needs to know of a message: which cues it holds, those without a weight
// too. `waymark fit` learns from labelled messages what each cue says. Any thread.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/content.h"

namespace waymark {

// What cues can be about: which intent is meant, or whether there is risk.
enum class CueScale : std::uint8_t { Intents, Risk };

// What cues of a scale can speak for, in the order of their weights: the intents or the categories
// of risk, and last "none".
[[nodiscard]] std::vector<std::string> cue_outcomes(const Bundle& bundle, CueScale scale);

struct CueSighting {
  std::vector<std::string> cues;   // as they are written in cues/*.json, each once
  std::vector<std::string> words;  // of the message that are real words or known to a rule
};

// The cues that a message holds, read in `locale`, or in the pack's first one where it does not
// speak that.
[[nodiscard]] CueSighting cues_in(const Bundle& bundle, CueScale scale, std::string_view text,
                                  std::string_view locale = "");

}  // namespace waymark
