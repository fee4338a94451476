#pragma once
// Which rows of a message hold a word of which class. A message meets a few hundred of a pack's
// many thousand classes, so nothing is laid out or cleared by class but bits; the rows of a class
// are worked out when they are asked for, and kept. One thread; lives for one message.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "engine/text/row_set.h"
#include "engine/text/utterance.h"
#include "engine/text/word_class.h"

namespace waymark {

template <std::size_t W>
class ClassRows {
 public:
  using Set = RowSet<W>;

  // Token i of the message stands in row i + 1.
  ClassRows(const WordClassTable& classes, std::span<const Token> tokens)
      : classes_(classes),
        held_(classes.size() / 64 + 1),
        is_kept_(held_.size()),
        slots_(std::make_unique_for_overwrite<std::uint32_t[]>(classes.size())) {
    place_words(tokens);
    for (const WordId word : words_) {
      if (classes.is_common(word)) {
        const std::span<const std::uint64_t> bits = classes.class_bits(word);
        for (std::size_t i = 0; i < bits.size(); ++i) held_[i] |= bits[i];
      } else {
        for (const ClassId id : classes.few_classes(word)) held_[id / 64] |= 1ULL << (id % 64);
      }
    }
  }

  // The words of the message that rules know, each once.
  [[nodiscard]] const std::vector<WordId>& words() const { return words_; }

  // Whether a word of the class stands anywhere.
  [[nodiscard]] bool holds(ClassId id) const { return (held_[id / 64] >> (id % 64) & 1U) != 0; }

  // The rows at which a word of the class stands.
  Set rows(ClassId id) {
    if (!holds(id)) return {};
    std::uint64_t& kept = is_kept_[id / 64];
    const std::uint64_t bit = 1ULL << (id % 64);
    if ((kept & bit) != 0) return kept_[slots_[id]];
    kept |= bit;
    slots_[id] = static_cast<std::uint32_t>(kept_.size());
    kept_.push_back(find_rows(id));
    return kept_.back();
  }

 private:
  void place_words(std::span<const Token> tokens) {
    std::vector<std::pair<WordId, std::size_t>> placed;
    placed.reserve(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].word != kUnknownWord && tokens[i].kind != TokenKind::Boundary) {
        placed.emplace_back(tokens[i].word, i + 1);
      }
    }
    std::ranges::sort(placed);
    words_.reserve(placed.size());
    rows_of_words_.reserve(placed.size());
    for (const auto& [word, row] : placed) {
      if (words_.empty() || words_.back() != word) {
        words_.push_back(word);
        rows_of_words_.emplace_back();
      }
      rows_of_words_.back().add(row);
    }
  }

  // Looks the words of a small class up in the message, and those of the message in a large one.
  Set find_rows(ClassId id) const {
    Set rows;
    const std::vector<WordId>& class_words = classes_.words(id);
    if (class_words.size() < words_.size() / 2) {
      for (const WordId word : class_words) {
        const auto found = std::ranges::lower_bound(words_, word);
        if (found == words_.end() || *found != word) continue;
        rows |= rows_of_words_[static_cast<std::size_t>(found - words_.begin())];
      }
      return rows;
    }
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (classes_.has(words_[i], id)) rows |= rows_of_words_[i];
    }
    return rows;
  }

  const WordClassTable& classes_;
  std::vector<WordId> words_;           // sorted
  std::vector<Set> rows_of_words_;      // by their place in words_
  std::vector<std::uint64_t> held_;     // a bit for each class
  std::vector<std::uint64_t> is_kept_;  // a bit for each class whose slot counts
  std::unique_ptr<std::uint32_t[]> slots_;
  std::vector<Set> kept_;
};

}  // namespace waymark
