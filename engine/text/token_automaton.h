#pragma once
// The automata of a set of patterns in one flat table, and how a message runs through them.
//
// A star-free expression needs no states of its own: given the set of places at which a part may
// begin, it yields the set of places at which it may end, and a set of places is a row of bits. So
// one pass over a pattern tries every beginning at once, parts that cannot begin anywhere are
// skipped, and a synonym set stands in the table once, however many patterns use it. Time is at
// most (items of the pattern) × (words of bits); memory is the table. Proofs reason about the same
// expressions.
//
// Built once, then const; any thread.

#include <cstdint>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/text/token_expression.h"
#include "engine/text/word_class.h"

namespace waymark {

// One item of an expression, its parts by number.
struct AutomatonItem {
  TokenExpression::Kind kind = TokenExpression::Kind::Sequence;
  std::uint32_t value = 0;         // class of Words, count, entity type, or node of Shared
  ClassId first_words = kNoClass;  // every beginning has one of these words, when it is known
  std::uint32_t first_part = 0;
  std::uint32_t parts = 0;
};

using ItemId = std::uint32_t;

// A part of an item, with what tells most often that it cannot match here.
struct AutomatonPart {
  ItemId id = 0;
  ClassId first_words = kNoClass;  // of the part's item
  ClassId needed = kNoClass;       // another class of which every match holds a word
};

class AutomatonTable {
 public:
  // Adds an expression; fails with a sentence when it can match without any token or has more than
  // kMaxPatternPositions words.
  std::expected<ItemId, std::string> add(const TokenExpression& expression);

  // Builds what a message looks up. Call once, after the last add and required().
  void finish() { classes_.finish(); }

  [[nodiscard]] const AutomatonItem& node(ItemId id) const { return nodes_[id]; }
  [[nodiscard]] std::span<const AutomatonPart> parts(const AutomatonItem& item) const {
    return {parts_.data() + item.first_part, item.parts};
  }
  [[nodiscard]] const WordClassTable& classes() const { return classes_; }

  // Word classes of which every match of the expression holds at least one word each.
  [[nodiscard]] std::vector<ClassId> required(ItemId id,
                                              const std::vector<std::uint32_t>& word_cost);

  // All word classes that the expression names, without doubles.
  [[nodiscard]] std::vector<ClassId> named(ItemId id) const;

  // How much more common the words of a class are than others: the sum of `word_cost`, at least 1.
  [[nodiscard]] std::uint64_t cost(ClassId id, const std::vector<std::uint32_t>& word_cost) const;

 private:
  ItemId build(const TokenExpression& expression);
  [[nodiscard]] AutomatonPart part_of(ItemId id) const;
  [[nodiscard]] ClassId first_words_of(const TokenExpression& expression);
  [[nodiscard]] bool first_words(const TokenExpression& expression, std::vector<WordId>& out) const;
  void name_classes(ItemId id, std::vector<ClassId>& out) const;

  std::vector<AutomatonItem> nodes_;
  std::vector<AutomatonPart> parts_;
  WordClassTable classes_;
  std::unordered_map<const TokenExpression*, ItemId> shared_;
  std::vector<std::shared_ptr<const TokenExpression>> kept_;  // so that addresses stay taken
};

// Whether the expression can match without any token.
[[nodiscard]] bool matches_nothing(const TokenExpression& expression);

// Whether no match of the expression holds a sentence end but as its first or its last row.
[[nodiscard]] bool stays_in_sentence(const TokenExpression& expression);

// Words that the expression names, sets spelt out.
[[nodiscard]] std::size_t size_of(const TokenExpression& expression);

}  // namespace waymark
