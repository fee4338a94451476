#pragma once
// The distinct word classes of a set of patterns, numbered: "any of these words" as one step of an
// automaton. Filled while a bundle is built, const afterwards; then any thread.
//
// A message asks which classes its words are in. A word of few classes lists them; a word of many
// ("i", "to") has a row of bits, one a class, so that a look-up stays within the rows of the
// message's own words, which fit a cache.

#include <algorithm>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "engine/text/utterance.h"

namespace waymark {

// Number of a class in its table.
using ClassId = std::uint32_t;
inline constexpr ClassId kNoClass = 0xFFFFFFFF;

class WordClassTable {
 public:
  WordClassTable() = default;
  WordClassTable(WordClassTable&&) = default;  // not copied: classes_ points into ids_
  WordClassTable& operator=(WordClassTable&&) = default;

  // The number of the class of `words` (sorted, without doubles), new if it was not known.
  ClassId add(const std::vector<WordId>& words);

  // Builds the look-up by word. Call once, after the last add.
  void finish();

  [[nodiscard]] const std::vector<WordId>& words(ClassId id) const { return *classes_[id]; }
  [[nodiscard]] std::size_t size() const { return classes_.size(); }

  // Whether a word is in so many classes that class_bits() has them and few_classes() does not.
  [[nodiscard]] bool is_common(WordId word) const {
    return word < by_word_.size() && !by_word_[word].bits.empty();
  }
  [[nodiscard]] const std::vector<ClassId>& few_classes(WordId word) const {
    return by_word_[word < by_word_.size() ? word : kUnknownWord].classes;
  }
  // The classes of a common word, a bit each.
  [[nodiscard]] std::span<const std::uint64_t> class_bits(WordId common_word) const {
    return by_word_[common_word].bits;
  }

  // Whether the class names the word.
  [[nodiscard]] bool has(WordId word, ClassId id) const {
    if (word >= by_word_.size()) return false;
    const ClassesOfWord& of = by_word_[word];
    if (!of.bits.empty()) return (of.bits[id / 64] >> (id % 64) & 1U) != 0;
    return std::ranges::binary_search(of.classes, id);
  }

 private:
  struct ClassesOfWord {
    std::vector<ClassId> classes;
    std::vector<std::uint64_t> bits;
  };

  struct Hash {
    std::size_t operator()(const std::vector<WordId>& words) const;
  };
  std::unordered_map<std::vector<WordId>, ClassId, Hash> ids_;
  std::vector<const std::vector<WordId>*> classes_;  // into the keys of ids_
  std::vector<ClassesOfWord> by_word_ = {{}};
};

}  // namespace waymark
