#include "adapters/cli/cue_fitter.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <random>
#include <span>
#include <utility>

namespace waymark {
namespace {

using CueNumber = std::uint32_t;

// Cues that enough lines hold, by name.
std::map<std::string, CueNumber> frequent_cues(const std::vector<FitLine>& lines, int least) {
  std::map<std::string, int> counts;
  for (const FitLine& line : lines) {
    for (const std::string& cue : line.cues) ++counts[cue];
  }
  std::map<std::string, CueNumber> numbers;
  for (const auto& [cue, count] : counts) {
    if (count >= least) numbers.emplace(cue, static_cast<CueNumber>(numbers.size()));
  }
  return numbers;
}

// Only the differences between the weights of a cue count. Taking their median off leaves most of
// them near 0: a cue says something of a few outcomes and the same of all others.
void centre(std::span<float> weights) {
  std::vector<float> sorted(weights.begin(), weights.end());
  const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
  std::ranges::nth_element(sorted, middle);
  for (float& weight : weights) weight -= *middle;
}

class Regression {
 public:
  Regression(std::size_t cues, std::size_t outcomes, const FitOptions& options)
      : options_(options),
        outcomes_(outcomes),
        weights_((cues + 1) * outcomes, 0),
        squares_((cues + 1) * outcomes, 1e-6F),
        kept_((cues + 1) * outcomes, 1),
        totals_(outcomes) {}

  // One step towards `target`, the wanted probability of each outcome.
  void learn(const std::vector<CueNumber>& cues, const std::vector<float>& target,
             float importance) {
    const float scale =
        1 / std::sqrt(static_cast<float>(options_.damping) + static_cast<float>(cues.size()));
    add_up(cues, scale);
    to_probabilities();
    for (std::size_t i = 0; i < outcomes_; ++i) totals_[i] = importance * (totals_[i] - target[i]);
    for (const CueNumber cue : cues) step(cue * outcomes_, scale, options_.decay);
    step(weights_.size() - outcomes_, 1, 0);
  }

  // Lets go of small weights for good: what is learnt after this makes up for them.
  void prune(float least_weight) {
    kept_.assign(weights_.size(), 1);
    for (std::size_t first = 0; first + outcomes_ < weights_.size(); first += outcomes_) {
      const std::span<float> row(&weights_[first], outcomes_);
      centre(row);
      for (std::size_t i = 0; i < outcomes_; ++i) {
        if (std::abs(row[i]) >= least_weight) continue;
        row[i] = 0;
        kept_[first + i] = 0;
      }
    }
  }

  // Takes the weights as they stand into the mean: that of several rounds errs less than the last.
  void take_into_mean() {
    if (sums_.empty()) sums_.resize(weights_.size(), 0);
    for (std::size_t i = 0; i < weights_.size(); ++i) sums_[i] += weights_[i];
    ++taken_;
  }

  [[nodiscard]] std::size_t outcomes() const { return outcomes_; }

  // The mean weights.
  [[nodiscard]] std::vector<float> weights(CueNumber cue) const { return row(cue * outcomes_); }
  [[nodiscard]] std::vector<float> bias() const { return row(weights_.size() - outcomes_); }

 private:
  void add_up(const std::vector<CueNumber>& cues, float scale) {
    const float* bias = &weights_[weights_.size() - outcomes_];
    std::copy(bias, bias + outcomes_, totals_.begin());
    for (const CueNumber cue : cues) {
      const float* weights = &weights_[cue * outcomes_];
      for (std::size_t i = 0; i < outcomes_; ++i) totals_[i] += scale * weights[i];
    }
  }

  void to_probabilities() {
    const float most = *std::ranges::max_element(totals_);
    for (float& total : totals_) total = std::exp(total - most);
    const float sum = std::accumulate(totals_.begin(), totals_.end(), 0.0F);
    for (float& total : totals_) total /= sum;
  }

  void step(std::size_t first, float scale, float decay) {
    for (std::size_t i = 0; i < outcomes_; ++i) {
      if (kept_[first + i] == 0) continue;
      const float slope = scale * totals_[i] + decay * weights_[first + i];
      squares_[first + i] += slope * slope;
      weights_[first + i] -= options_.rate * slope / std::sqrt(squares_[first + i]);
    }
  }

  [[nodiscard]] std::vector<float> row(std::size_t first) const {
    std::vector<float> out(outcomes_);
    for (std::size_t i = 0; i < outcomes_; ++i) out[i] = sums_[first + i] / taken_;
    return out;
  }

  FitOptions options_;
  std::size_t outcomes_;
  std::vector<float> weights_;  // by cue and outcome; the last row is the bias
  std::vector<float> squares_;
  std::vector<char> kept_;  // whether the weight may be other than 0
  std::vector<float> totals_;
  std::vector<float> sums_;
  float taken_ = 0;
};

// The label has three quarters of the wish where others are as good.
std::vector<float> target_of(const FitLine& line, std::size_t outcomes) {
  std::vector<float> target(outcomes, 0);
  target[line.outcome] = line.also.empty() ? 1.0F : 0.75F;
  for (const std::uint32_t other : line.also) {
    target[other] += 0.25F / static_cast<float>(line.also.size());
  }
  return target;
}

using CueNumbers = std::map<std::string, CueNumber>;

// Learns all weights once; `seed` says in which order.
Regression learnt(const std::vector<FitLine>& lines,
                  const std::vector<std::vector<CueNumber>>& cues_of, Regression regression,
                  const FitOptions& options, std::uint32_t seed) {
  std::mt19937 random(seed);
  std::vector<std::size_t> order(lines.size());
  std::iota(order.begin(), order.end(), 0);
  std::vector<CueNumber> kept;
  const auto left_out = static_cast<std::uint32_t>(options.left_out * 1000);
  for (int round = 0; round < options.rounds; ++round) {
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    for (const std::size_t line : order) {
      kept.clear();
      for (const CueNumber cue : cues_of[line]) {
        if (random() % 1000 >= left_out) kept.push_back(cue);
      }
      regression.learn(kept, target_of(lines[line], regression.outcomes()), lines[line].importance);
    }
    if (round == options.rounds / 3) regression.prune(options.least_weight);
    const bool is_last = round + 1 == options.rounds;
    if (round > options.rounds / 2 || is_last) regression.take_into_mean();
  }
  return regression;
}

void add_to(std::vector<float>& sums, const std::vector<float>& weights, float share) {
  sums.resize(weights.size(), 0);
  for (std::size_t i = 0; i < weights.size(); ++i) sums[i] += share * weights[i];
}

// Lets go of what the repeats do not agree on.
FittedCues without_small(const CueNumbers& numbers, std::vector<std::vector<float>> weights,
                         float least) {
  FittedCues out;
  for (const auto& [cue, number] : numbers) {
    std::vector<float>& row = weights[number];
    for (float& weight : row) {
      if (std::abs(weight) < least) weight = 0;
    }
    const bool says_something = std::ranges::any_of(row, [](float weight) { return weight != 0; });
    if (says_something) out.cues.push_back({cue, std::move(row)});
  }
  return out;
}

}  // namespace

FittedCues fit_cues(const std::vector<FitLine>& lines, std::size_t outcomes,
                    const FitOptions& options) {
  const CueNumbers numbers = frequent_cues(lines, options.least_lines);
  std::vector<std::vector<CueNumber>> cues_of(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (const std::string& cue : lines[i].cues) {
      const auto number = numbers.find(cue);
      if (number != numbers.end()) cues_of[i].push_back(number->second);
    }
  }
  std::vector<std::vector<float>> weights(numbers.size());
  std::vector<float> bias;
  const float share = 1 / static_cast<float>(options.repeats);
  for (int repeat = 0; repeat < options.repeats; ++repeat) {
    const Regression regression =
        learnt(lines, cues_of, Regression(numbers.size(), outcomes, options), options,
               static_cast<std::uint32_t>(repeat) + 1);
    for (CueNumber cue = 0; cue < numbers.size(); ++cue) {
      add_to(weights[cue], regression.weights(cue), share);
    }
    add_to(bias, regression.bias(), share);
  }
  FittedCues out =
      without_small(numbers, std::move(weights), options.least_weight * options.kept_share);
  out.bias = std::move(bias);
  return out;
}

}  // namespace waymark
