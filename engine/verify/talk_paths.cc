#include "engine/verify/talk_paths.h"

namespace waymark {

TalkPaths::TalkPaths(std::size_t states, const std::vector<TalkStep>& steps)
    : begins_(states + 1, 0) {
  for (const TalkStep& step : steps) {
    if (step.is_button) ++begins_[step.to + 1];
  }
  for (std::size_t i = 0; i < states; ++i) begins_[i + 1] += begins_[i];
  from_.resize(begins_.back());
  std::vector<std::size_t> next(begins_.begin(), begins_.end() - 1);
  for (const TalkStep& step : steps) {
    if (step.is_button) from_[next[step.to]++] = step.from;
  }
}

std::vector<bool> TalkPaths::leading_to(const std::vector<bool>& targets,
                                        const std::vector<bool>& through) const {
  std::vector<bool> leads = targets;
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < targets.size(); ++i) {
    if (targets[i]) open.push_back(i);
  }
  while (!open.empty()) {
    const std::uint32_t to = open.back();
    open.pop_back();
    for (std::size_t i = begins_[to]; i < begins_[to + 1]; ++i) {
      const std::uint32_t from = from_[i];
      if (leads[from] || !through[from]) continue;
      leads[from] = true;
      open.push_back(from);
    }
  }
  return leads;
}

void spread_back(const std::vector<TalkStep>& steps, int most, std::vector<std::uint8_t>& bits) {
  for (int turns = 2; turns <= most; ++turns) {
    const std::vector<std::uint8_t> before = bits;
    for (const TalkStep& step : steps) {
      bits[step.from] = static_cast<std::uint8_t>(bits[step.from] | before[step.to]);
    }
  }
}

}  // namespace waymark
