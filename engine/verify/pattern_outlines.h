#pragma once
// The patterns of a matcher in outline: which words each names, so that most pairs are told apart
// without a look at their automata. Built once for a proof, then const; any thread.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/match/matcher.h"

namespace waymark {

class PatternOutlines {
 public:
  // `matcher` must outlive this.
  PatternOutlines(const Matcher& matcher, std::size_t intents);

  [[nodiscard]] const Matcher& matcher() const { return matcher_; }
  [[nodiscard]] const PatternSet& patterns() const { return matcher_.patterns(); }

  // The patterns of all intents but `unless`, and the `unless` of one.
  [[nodiscard]] std::span<const PatternIndex> rules() const { return rules_; }
  [[nodiscard]] std::span<const PatternIndex> unless_of(IntentIndex intent) const {
    return unless_[intent];
  }

  // Whether the words of `pattern` have one of each class without which `other` cannot match.
  [[nodiscard]] bool has_words_for(PatternIndex pattern, PatternIndex other) const;

  // The rules that may match what `pattern` names and nothing else: those that name a word of its
  // rarest required class, or all where it has none. In their order.
  [[nodiscard]] std::vector<PatternIndex> rules_near(PatternIndex pattern) const;

  // Words as bits, 64 in a number: how many such numbers there are.
  [[nodiscard]] std::size_t bit_words() const { return bit_words_; }

 private:
  [[nodiscard]] bool names(PatternIndex pattern, WordId word) const {
    return (bits_[pattern * bit_words_ + word / 64] >> (word % 64) & 1U) != 0;
  }

  const Matcher& matcher_;
  std::size_t bit_words_ = 1;
  std::vector<std::uint64_t> bits_;                 // bit_words_ for each pattern
  std::vector<std::vector<PatternIndex>> by_word_;  // the rules that name it
  std::vector<PatternIndex> rules_;
  std::vector<std::vector<PatternIndex>> unless_;
};

}  // namespace waymark
