#pragma once
// Which word of the pack's vocabulary a mistyped word was meant to be. Bounded edit distance with
// transposition (Damerau-Levenshtein, restricted), cheaper for keyboard neighbours, vowels and
// doubled letters. Candidates come from an index of words with letters left out, so the cost
// grows with the word, not with the vocabulary. Frozen; any thread.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/text/vocabulary.h"

namespace waymark {

class Spelling {
 public:
  Spelling() = default;

  // Indexes the words of `vocabulary` that may be a correction: letters only, at least 4 of them,
  // and not among `never` (negations: a slip must not turn a statement round). `counts` says by
  // WordId how common words are (how many cues name them); empty: all the same.
  Spelling(const Vocabulary& vocabulary, const std::vector<std::string>& never,
           const std::vector<std::uint32_t>& counts = {});

  // The word meant by `typed`, or kUnknownWord: nothing near enough, or two equally near and
  // equally common. Words of up to 3 letters are never corrected; 4 to 7 letters allow one fault,
  // longer words two.
  [[nodiscard]] WordId correct(const Vocabulary& vocabulary, std::string_view typed) const;

 private:
  std::vector<std::pair<std::uint32_t, WordId>> index_;  // hash of a shortened word, sorted
  std::vector<std::uint8_t> rarity_;                     // what each word costs for being rare
};

// Cost of turning `typed` into `meant`, in tenths of a fault; over `bound` it may stop early. A
// plain fault costs 10, a letter left out 8, a keyboard neighbour, a vowel for a vowel, two letters
// the wrong way round, or a doubled letter 7.
[[nodiscard]] int typing_cost(std::string_view typed, std::string_view meant, int bound);

}  // namespace waymark
