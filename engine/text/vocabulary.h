#pragma once
// The words that a pack's rules know, as numbers. Filled while a bundle is built, const afterwards;
// then any thread.

#include <string>
#include <string_view>
#include <unordered_map>
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
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  std::unordered_map<std::string, WordId, Hash, std::equal_to<>> ids_;
  std::vector<std::string> words_ = {std::string()};
};

}  // namespace waymark
