#pragma once
// The words that a pack's rules know, as numbers. Filled while a bundle is built, const afterwards;
// then any thread.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/utterance.h"

namespace waymark {

class Vocabulary {
 public:
  // The number of `word`, new if it was not known.
  WordId add(std::string_view word);

  // The number of `word`, or kUnknownWord.
  [[nodiscard]] WordId find(std::string_view word) const;

  // The word of a number that this vocabulary gave out.
  [[nodiscard]] const std::string& word(WordId id) const { return words_[id]; }

  // Numbers run from 1 to size().
  [[nodiscard]] std::size_t size() const { return words_.size() - 1; }

 private:
  // Where the word stands among the slots, or the free slot where it would.
  [[nodiscard]] std::size_t slot_of(std::string_view word) const;
  void grow();

  std::vector<std::string> words_ = {std::string()};
  // By hash; of a power of two slots at most half are taken, the others hold kUnknownWord.
  std::vector<WordId> slots_ = {kUnknownWord, kUnknownWord};
};

}  // namespace waymark
