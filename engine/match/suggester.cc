#include "engine/match/suggester.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <string_view>

#include "engine/api/ids.h"

namespace waymark {
namespace {

constexpr float kWorthOffering = 0.34F;
constexpr float kLetterRunWeight = 0.35F;  // of a three-letter run against a whole word
constexpr std::uint32_t kLetterRunBit = 0x80000000U;

// Words as they are, and the three-letter runs of "^word$" marked apart.
std::vector<std::uint32_t> features_of(const Utterance& utterance) {
  std::vector<std::uint32_t> features;
  for (const Token& token : utterance.tokens) {
    if (token.kind == TokenKind::Boundary) continue;
    features.push_back(stable_id(token.text) & ~kLetterRunBit);
    const std::string padded = '^' + token.text + '$';
    for (std::size_t i = 0; i + 3 <= padded.size(); ++i) {
      features.push_back(stable_id(std::string_view(padded).substr(i, 3)) | kLetterRunBit);
    }
  }
  std::ranges::sort(features);
  features.erase(std::ranges::unique(features).begin(), features.end());
  return features;
}

float kind_weight(std::uint32_t feature) {
  return (feature & kLetterRunBit) != 0 ? kLetterRunWeight : 1.0F;
}

}  // namespace

void Suggester::add_example(IntentIndex intent, const Utterance& utterance) {
  examples_.push_back({intent, features_of(utterance)});
}

void Suggester::finish() {
  std::map<std::uint32_t, std::size_t> seen;
  for (const Example& example : examples_) {
    for (const std::uint32_t feature : example.features) ++seen[feature];
  }
  const auto count = static_cast<float>(examples_.size());
  for (const auto& [feature, times] : seen) {
    idf_[feature] = kind_weight(feature) * std::log(1.0F + count / static_cast<float>(times));
  }
  for (std::uint32_t i = 0; i < examples_.size(); ++i) {
    float square = 0;
    for (const std::uint32_t feature : examples_[i].features) {
      square += idf_[feature] * idf_[feature];
    }
    const float length = std::sqrt(square);
    for (const std::uint32_t feature : examples_[i].features) {
      postings_[feature].push_back({i, length > 0 ? idf_[feature] / length : 0});
    }
  }
}

std::vector<Suggestion> Suggester::suggest(const Utterance& utterance, std::size_t most) const {
  std::vector<float> nearness(examples_.size(), 0);
  float square = 0;
  for (const std::uint32_t feature : features_of(utterance)) {
    const auto idf = idf_.find(feature);
    const float weight =
        idf == idf_.end()
            ? kind_weight(feature) * std::log(1.0F + static_cast<float>(examples_.size()))
            : idf->second;
    square += weight * weight;
    const auto postings = postings_.find(feature);
    if (postings == postings_.end()) continue;
    for (const Posting& posting : postings->second) {
      nearness[posting.example] += weight * posting.weight;
    }
  }
  std::map<IntentIndex, float> best;
  for (std::uint32_t i = 0; i < examples_.size(); ++i) {
    float& value = best[examples_[i].intent];
    value = std::max(value, nearness[i]);
  }
  const float length = std::sqrt(square);
  std::vector<Suggestion> suggestions;
  for (const auto& [intent, value] : best) {
    if (length <= 0 || value / length < kWorthOffering) continue;
    suggestions.push_back({intent, static_cast<std::int32_t>(1000 * value / length)});
  }
  std::ranges::stable_sort(suggestions, std::ranges::greater(), &Suggestion::nearness);
  if (suggestions.size() > most) suggestions.resize(most);
  return suggestions;
}

}  // namespace waymark
