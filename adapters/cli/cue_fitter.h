#pragma once
// Learns from labelled messages what each cue says: a weight for each cue and outcome, such that
// the cues of a message add up to its label (multinomial logistic regression with AdaGrad, cues
// left out at random so that no message leans on one alone). The same lines give the same weights.
// Used by `waymark fit`; one thread.

#include <cstdint>
#include <string>
#include <vector>

namespace waymark {

// A labelled message: the cues it holds, what it means, and what would be as good.
struct FitLine {
  std::vector<std::string> cues;
  std::uint32_t outcome = 0;
  std::vector<std::uint32_t> also;
  float importance = 1;
};

struct FitOptions {
  int rounds = 60;            // over all lines, at least 1
  float rate = 0.3F;          // of AdaGrad
  float decay = 1e-4F;        // of weights towards 0, each time a cue is seen
  float left_out = 0.6F;      // share of cues left out of a line, another one each time
  int least_lines = 3;        // cues of fewer lines are passed over
  int damping = 10;           // as CueTable::kDamping
  float least_weight = 0.7F;  // smaller ones are let go of a third of the way
  int repeats = 4;            // the mean of so many fits, each in another order, at least 1
  float kept_share = 0.75F;   // of least_weight: smaller means are let go of at the end
};

struct FittedCue {
  std::string cue;
  std::vector<float> weights;  // by outcome, 0 where nothing is said
};

struct FittedCues {
  std::vector<float> bias;      // by outcome
  std::vector<FittedCue> cues;  // by name; those that say nothing are left out
};

[[nodiscard]] FittedCues fit_cues(const std::vector<FitLine>& lines, std::size_t outcomes,
                                  const FitOptions& options);

}  // namespace waymark
