#pragma once
// One message, or one sentence of it, on its way through the automata of a pattern set: the places
// at which a pattern can end. W bounds it to 64 · W - 1 rows. One thread; lives for one message.

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "engine/api/limits.h"
#include "engine/text/class_rows.h"
#include "engine/text/pattern_set.h"
#include "engine/text/row_set.h"
#include "engine/text/token_automaton.h"

namespace waymark {

template <std::size_t W>
class MessageRun {
 public:
  using Set = RowSet<W>;

  // The tokens and the edges before and after them are the rows; spans of entities count tokens.
  MessageRun(const AutomatonTable& table, std::span<const Token> tokens,
             const std::vector<EntitySpan>& entities)
      : table_(table),
        entities_(entities),
        rows_(tokens.size() + 2),
        classes_(table.classes(), tokens) {
    edges_.add(0);
    edges_.add(rows_ - 1);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      (tokens[i].kind == TokenKind::Boundary ? edges_ : any_).add(i + 1);
    }
  }

  [[nodiscard]] const ClassRows<W>& classes() const { return classes_; }

  // Calls `take(from, end)` for each place at which a match of the node begins, with the last one
  // at which it ends, in order.
  template <typename Take>
  void find(ItemId id, Take&& take) {
    Set starts = Set::first(rows_);
    const ClassId first_words = table_.node(id).first_words;
    if (first_words != kNoClass) starts = starts & classes_.rows(first_words);
    find_among(id, starts, take);
  }

 private:
  // A run tells only whether any of its beginnings leads to a match. Halving those that do finds
  // the few beginnings among many places in few runs.
  template <typename Take>
  void find_among(ItemId id, const Set& starts, Take& take) {
    const Set ends = run(id, starts);
    if (ends.is_empty()) return;
    const std::size_t least = starts.least();
    const std::size_t last = starts.last();
    if (least == last) {
      take(least, ends.last());
      return;
    }
    const Set lower = Set::first(least + (last - least) / 2 + 1);
    find_among(id, starts & lower, take);
    find_among(id, starts.without(lower), take);
  }

  // The places at which a match of the node can end that begins at one of `from`.
  Set run(ItemId id, const Set& from) {
    if (from.is_empty()) return {};
    const AutomatonItem& node = table_.node(id);
    switch (node.kind) {
      case TokenExpression::Kind::Words: return (from & classes_.rows(node.value)).next();
      case TokenExpression::Kind::Edge: return (from & edges_).next();
      case TokenExpression::Kind::Gap: return gap(from, node.value);
      case TokenExpression::Kind::Entity: return entity(from, static_cast<EntityType>(node.value));
      case TokenExpression::Kind::Sequence: {
        Set places = from;
        for (const AutomatonPart& part : table_.parts(node)) {
          places = run(part, places);
          if (places.is_empty()) break;
        }
        return places;
      }
      case TokenExpression::Kind::Alternation: {
        Set places;
        for (const AutomatonPart& part : table_.parts(node)) places |= run(part, from);
        return places;
      }
      case TokenExpression::Kind::Optional: {
        Set places = from;
        places |= run(table_.parts(node).front(), from);
        return places;
      }
      case TokenExpression::Kind::Unordered: return unordered(node, from);
      case TokenExpression::Kind::Shared: return {};
    }
    return {};
  }

  // A part that cannot begin at any of the places, or lacks a word, is not looked into.
  Set run(const AutomatonPart& part, const Set& from) {
    if (part.needed != kNoClass && !classes_.holds(part.needed)) return {};
    if (part.first_words != kNoClass) {
      if (!classes_.holds(part.first_words)) return {};
      if ((from & classes_.rows(part.first_words)).is_empty()) return {};
    }
    return run(part.id, from);
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
    const std::span<const AutomatonPart> parts = table_.parts(node);
    std::array<Set, std::size_t{1} << kMaxUnordered> reached;
    const std::size_t all = (std::size_t{1} << parts.size()) - 1;
    reached[0] = from;
    for (std::size_t done = 0; done < all; ++done) {
      if (reached[done].is_empty()) continue;
      const Set start = done == 0 ? from : gap(reached[done], node.value);
      for (std::size_t member = 0; member < parts.size(); ++member) {
        if ((done >> member & 1U) != 0) continue;
        reached[done | std::size_t{1} << member] |= run(parts[member], start);
      }
    }
    return reached[all];
  }

  const AutomatonTable& table_;
  const std::vector<EntitySpan>& entities_;
  std::size_t rows_;
  ClassRows<W> classes_;
  Set any_;
  Set edges_;
};

}  // namespace waymark
