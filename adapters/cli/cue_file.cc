#include "adapters/cli/cue_file.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "adapters/protocol/json_text.h"

namespace waymark {
namespace {

// "help.cost 212 none -30", the strongest first.
std::string weights_text(const std::vector<std::string>& outcomes,
                         const std::vector<float>& weights) {
  std::vector<std::pair<long, std::size_t>> said;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const long hundredths = std::lround(100 * std::clamp(weights[i], -300.0F, 300.0F));
    if (hundredths != 0) said.emplace_back(hundredths, i);
  }
  std::ranges::stable_sort(said, std::ranges::greater(),
                           [](const auto& entry) { return std::labs(entry.first); });
  std::string text;
  for (const auto& [weight, outcome] : said) {
    text += (text.empty() ? "" : " ") + outcomes[outcome] + ' ' + std::to_string(weight);
  }
  return text;
}

std::string quoted(const std::string& text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

}  // namespace

std::string write_cue_file(const CueFile& file, const FittedCues& cues) {
  std::string text =
      "{\"$schema\": \"../../schema/cues.json\",\n \"locale\": " + quoted(file.locale) +
      ", \"about\": " + quoted(file.about) +
      ",\n \"bias\": " + quoted(weights_text(file.outcomes, cues.bias)) + ",\n \"cues\": {";
  bool is_first = true;
  for (const FittedCue& cue : cues.cues) {
    const std::string weights = weights_text(file.outcomes, cue.weights);
    if (weights.empty()) continue;
    text += is_first ? "\n  " : ",\n  ";
    is_first = false;
    text += quoted(cue.cue) + ": " + quoted(weights);
  }
  return text + "\n }}\n";
}

}  // namespace waymark
