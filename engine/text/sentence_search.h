#pragma once
// The shortest sentence that some patterns all match and others do not: overlap of two patterns is
// a sentence that both match; a pattern is covered by others when there is none that it matches and
// they do not. Exact: patterns are regular over rows, and so are these questions.
//
// Idea: breadth first through the product of the graphs. A state is one state of each graph of
// `all` and the set of all states that the graphs of `none` can be in; a row leads on when each
// graph of `all` can read it. Where nothing is in `none`, one word of a step stands for all. Cost:
// at most `most_states` states, each with (product of steps) × (words); past that the answer is
// cut.
//
// An entity is a row of its own: a word of a pattern never stands for it, and a gap holds it only
// in a graph of `all` (it may be longer than the gap). One thread.
//
//   SentenceSearch search(set.table().classes());
//   const SentenceFound both = search.find({&one, &other}, {}, 1000);

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "engine/text/token_graph.h"

namespace waymark {

// One row of a sentence: a word (kUnknownWord for any that no rule knows), an edge, an entity.
struct SentenceRow {
  enum class Kind : std::uint8_t { Word, Edge, Entity };
  Kind kind = Kind::Word;
  std::uint32_t value = 0;  // word or entity type

  bool operator==(const SentenceRow&) const = default;
};

struct SentenceFound {
  std::optional<std::vector<SentenceRow>> sentence;
  bool is_cut = false;  // the bound was reached: there may be a sentence all the same
};

// Remembers which classes have words in common, from one question to the next.
class SentenceSearch {
 public:
  // `classes` must outlive this, and be those of the table that the graphs are made from.
  explicit SentenceSearch(const WordClassTable& classes) : classes_(classes) {}

  // `all` must not be empty.
  [[nodiscard]] SentenceFound find(std::span<const TokenGraph* const> all,
                                   std::span<const TokenGraph* const> none,
                                   std::size_t most_states);

  // The words of a class, or of what common() gave.
  [[nodiscard]] const std::vector<WordId>& words(ClassId id) const {
    return id < classes_.size() ? classes_.words(id) : *own_[id - classes_.size()];
  }

  // The words that both have in common, or kNoClass where there is none.
  [[nodiscard]] ClassId common(ClassId one, ClassId other);

 private:
  const WordClassTable& classes_;
  std::vector<std::unique_ptr<const std::vector<WordId>>> own_;
  std::unordered_map<std::uint64_t, ClassId> common_;
};

}  // namespace waymark
