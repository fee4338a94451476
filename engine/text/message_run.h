#pragma once
// One message on its way through the automata of a pattern set: which rows hold which words, and
// the places at which a pattern can end. W bounds the message to 64 · W - 1 rows. One thread; lives
// for one message.

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "engine/text/pattern_set.h"
#include "engine/text/row_set.h"
#include "engine/text/token_automaton.h"

namespace waymark {

template <std::size_t W>
class MessageRun {
 public:
  using Set = RowSet<W>;

  MessageRun(const AutomatonTable& table, const std::vector<Token>& tokens,
             const std::vector<EntitySpan>& entities)
      : table_(table),
        entities_(entities),
        rows_(tokens.size() + 2),
        masks_(table.classes().size()) {
    edges_.add(0);
    edges_.add(rows_ - 1);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].kind == TokenKind::Boundary) {
        edges_.add(i + 1);
        continue;
      }
      any_.add(i + 1);
      if (tokens[i].word != kUnknownWord) add_word(tokens[i].word, i + 1);
    }
    for (const auto& [word, rows] : words_) {
      if (table.classes().is_common(word)) {
        common_.emplace_back(word, rows);
      } else {
        for (const ClassId id : table.classes().few_classes(word)) masks_[id] |= rows;
      }
    }
  }

  // The words of the message, each once.
  [[nodiscard]] const std::vector<std::pair<WordId, Set>>& words() const { return words_; }

  // The rows at which a word of the class stands.
  [[nodiscard]] Set rows_of(ClassId id) const {
    Set rows = masks_[id];
    for (const auto& [word, more] : common_) {
      if (table_.classes().has(word, id)) rows |= more;
    }
    return rows;
  }

  [[nodiscard]] Set all_places() const { return Set::first(rows_); }
  [[nodiscard]] std::size_t rows() const { return rows_; }

  // The places at which a match of the node can end that begins at one of `from`.
  Set run(ItemId id, const Set& from) {
    if (from.is_empty()) return {};
    const AutomatonItem& node = table_.node(id);
    if (node.first_words != kNoClass && (from & rows_of(node.first_words)).is_empty()) return {};
    switch (node.kind) {
      case TokenExpression::Kind::Words: return (from & rows_of(node.value)).next();
      case TokenExpression::Kind::Edge: return (from & edges_).next();
      case TokenExpression::Kind::Gap: return gap(from, node.value);
      case TokenExpression::Kind::Entity: return entity(from, static_cast<EntityType>(node.value));
      case TokenExpression::Kind::Sequence: {
        Set places = from;
        for (const ItemId child : node.children) {
          places = run(child, places);
          if (places.is_empty()) break;
        }
        return places;
      }
      case TokenExpression::Kind::Alternation: {
        Set places;
        for (const ItemId child : node.children) places |= run(child, from);
        return places;
      }
      case TokenExpression::Kind::Optional: {
        Set places = from;
        places |= run(node.children.front(), from);
        return places;
      }
      case TokenExpression::Kind::Unordered: return unordered(node, from);
      case TokenExpression::Kind::Shared: return {};
    }
    return {};
  }

 private:
  void add_word(WordId word, std::size_t row) {
    const auto found = std::ranges::find(words_, word, &std::pair<WordId, Set>::first);
    Set& rows = found != words_.end() ? found->second : words_.emplace_back(word, Set()).second;
    rows.add(row);
  }

  Set gap(Set places, std::uint32_t most) {
    Set reached = places;
    for (std::uint32_t i = 0; i < most; ++i) {
      places = (places & any_).next();
      if (places.is_empty()) break;
      reached |= places;
    }
    return reached;
  }

  Set entity(const Set& from, EntityType type) {
    Set places;
    for (const EntitySpan& span : entities_) {
      if (span.type == type && from.has(span.span.first + 1)) places.add(span.span.last + 1);
    }
    return places;
  }

  // Every order of the members: what is reached with each subset of them done.
  Set unordered(const AutomatonItem& node, const Set& from) {
    const std::size_t members = node.children.size();
    std::vector<Set> reached(std::size_t{1} << members);
    reached[0] = from;
    for (std::size_t done = 0; done + 1 < reached.size(); ++done) {
      if (reached[done].is_empty()) continue;
      const Set start = done == 0 ? from : gap(reached[done], node.value);
      for (std::size_t member = 0; member < members; ++member) {
        if ((done >> member & 1U) != 0) continue;
        reached[done | std::size_t{1} << member] |= run(node.children[member], start);
      }
    }
    return reached.back();
  }

  const AutomatonTable& table_;
  const std::vector<EntitySpan>& entities_;
  std::size_t rows_;
  Set any_;
  Set edges_;
  std::vector<std::pair<WordId, Set>> words_;
  std::vector<std::pair<WordId, Set>> common_;  // those of many classes
  std::vector<Set> masks_;                      // by class, of the other words
};

}  // namespace waymark
