#pragma once
// All patterns of one kind (of the intents, or of the risk rules) behind an index: the words of a
// message pick the few patterns that could match, those of which it lacks a required word are let
// go, and only the rest is verified by automata. Patterns that stay in a sentence meet one sentence
// at a time, whose places fit a machine word. The cost grows with the candidates, not with the
// patterns. Built once, then const; any thread.
//
//   PatternSet set; set.add(expression); set.finish(cost);
//   for (const PatternHit& hit : set.match(utterance, entities)) ...

#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <vector>

#include "engine/text/token_automaton.h"
#include "engine/text/utterance.h"

namespace waymark {

using PatternIndex = std::uint32_t;

// A run of tokens [first, last) of an utterance.
struct TokenSpan {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  auto operator<=>(const TokenSpan&) const = default;
  [[nodiscard]] bool covers(const TokenSpan& other) const {
    return first <= other.first && other.last <= last;
  }
};

struct PatternHit {
  PatternIndex pattern = 0;
  TokenSpan span;

  bool operator==(const PatternHit&) const = default;
};

// A typed thing in an utterance, for patterns that name its type.
struct EntitySpan {
  EntityType type = EntityType::Number;
  TokenSpan span;
};

class PatternSet {
 public:
  // Adds a pattern; indices count from 0. Fails with a sentence (see AutomatonTable::add).
  std::expected<PatternIndex, std::string> add(const TokenExpression& expression);

  // Builds the index. `word_cost[id]` says how common a word is in what people write; the rarest
  // required words of a pattern become its key. Call once, after the last add.
  void finish(const std::vector<std::uint32_t>& word_cost);

  // The longest match from each token where one begins, by pattern and place. Sentence ends at the
  // edge of a match are not part of its span.
  [[nodiscard]] std::vector<PatternHit> match(const std::vector<Token>& tokens,
                                              const std::vector<EntitySpan>& entities) const;

  // Whether the token is one of the pattern's own words, rather than one in a gap.
  [[nodiscard]] bool names(PatternIndex pattern, const Token& token) const;

  // Every word that some pattern names, sorted. Needs finish().
  [[nodiscard]] std::vector<WordId> named_words() const;

  [[nodiscard]] std::size_t size() const { return patterns_.size(); }

  // The automata, and where that of a pattern begins: for what looks at patterns one by one.
  [[nodiscard]] const AutomatonTable& table() const { return table_; }
  [[nodiscard]] ItemId root(PatternIndex pattern) const { return patterns_[pattern].root; }

 private:
  struct PatternEntry {
    ItemId root = 0;
    bool stays_in_sentence = false;
    std::vector<ClassId> required;  // a message without a word of each of these cannot match
    std::vector<WordId> named;      // all its words, sorted
  };

  // A pattern behind a word of its rarest required class, with the next rarest.
  struct KeyedPattern {
    PatternIndex pattern = 0;
    ClassId needed = kNoClass;
  };

  struct Index {
    std::vector<std::vector<KeyedPattern>> by_word;
    std::vector<PatternIndex> unkeyed;  // without a required class
    std::size_t patterns = 0;

    void add(PatternIndex pattern, const std::vector<ClassId>& required,
             const WordClassTable& classes);
    // Whether a pattern is a candidate for a message of these tokens.
    [[nodiscard]] bool has_any(const std::vector<Token>& tokens) const;
  };

  // Some tokens of a message, with the entities that lie in them. Token `first` of the message is
  // their first.
  struct Passage {
    std::span<const Token> tokens;
    std::vector<EntitySpan> entities;
    std::uint32_t first = 0;
  };

  void match_sentences(const std::vector<Token>& tokens, const std::vector<EntitySpan>& entities,
                       std::vector<PatternHit>& hits) const;
  void match_passage(const Passage& passage, std::span<const Index* const> indices,
                     std::vector<PatternHit>& hits) const;
  template <std::size_t W>
  void match_rows(const Passage& passage, std::span<const Index* const> indices,
                  std::vector<PatternHit>& hits) const;

  AutomatonTable table_;
  std::vector<PatternEntry> patterns_;
  Index within_;  // the patterns that stay in a sentence
  Index across_;  // the others
};

}  // namespace waymark
