#pragma once
// "Did you mean ...?": the intents whose examples are nearest to a message that no pattern
// understood. Nearness is the cosine of IDF-weighted words and of the three-letter runs inside
// them, precomputed when the pack is compiled. It may only suggest, never route. Built once, then
// const; any thread.

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/match/matcher.h"
#include "engine/text/utterance.h"

namespace waymark {

struct Suggestion {
  IntentIndex intent = 0;
  // Thousandths, 1000 is the same words; of a reading, how far behind the best (hundredths, under
  // 0).
  std::int32_t nearness = 0;
};

class Suggester {
 public:
  void add_example(IntentIndex intent, const Utterance& utterance);

  // Weighs the features and normalises the examples. Call once, after the last example.
  void finish();

  // Up to `most` intents, nearest first, none under a nearness that is worth offering.
  [[nodiscard]] std::vector<Suggestion> suggest(const Utterance& utterance, std::size_t most) const;

 private:
  struct Posting {
    std::uint32_t example = 0;
    float weight = 0;
  };
  struct Example {
    IntentIndex intent = 0;
    std::vector<std::uint32_t> features;
  };

  std::vector<Example> examples_;
  std::unordered_map<std::uint32_t, std::vector<Posting>> postings_;
  std::unordered_map<std::uint32_t, float> idf_;
};

}  // namespace waymark
