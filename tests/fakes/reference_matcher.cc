#include "tests/fakes/reference_matcher.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <utility>

namespace waymark::fakes {
namespace {

using Kind = TokenExpression::Kind;
using Places = std::set<std::size_t>;

// A message as rows: the edge before it, its tokens, the edge behind it. A place is the one before
// the row of the same number.
class Reference {
 public:
  Reference(const std::vector<Token>& tokens, const std::vector<EntitySpan>& entities)
      : tokens_(tokens), entities_(entities) {}

  [[nodiscard]] std::size_t rows() const { return tokens_.size() + 2; }

  [[nodiscard]] bool is_edge(std::size_t row) const {
    return row == 0 || row == rows() - 1 || tokens_[row - 1].kind == TokenKind::Boundary;
  }

  // Every place at which a match can end that begins at `from`.
  [[nodiscard]] Places ends(const TokenExpression& expression, std::size_t from) const {
    switch (expression.kind) {
      case Kind::Words: return word(expression, from);
      case Kind::Edge: return from < rows() && is_edge(from) ? Places{from + 1} : Places{};
      case Kind::Gap: return gap({from}, expression.count);
      case Kind::Entity: return entity(expression.entity, from);
      case Kind::Sequence: {
        Places places = {from};
        for (const TokenExpression& child : expression.children) places = each(child, places);
        return places;
      }
      case Kind::Alternation: {
        Places places;
        for (const TokenExpression& child : expression.children) places.merge(ends(child, from));
        return places;
      }
      case Kind::Optional: {
        Places places = ends(expression.children.front(), from);
        places.insert(from);
        return places;
      }
      case Kind::Unordered: return unordered(expression, from);
      case Kind::Shared: return ends(*expression.shared, from);
    }
    return {};
  }

 private:
  [[nodiscard]] Places each(const TokenExpression& expression, const Places& from) const {
    Places places;
    for (const std::size_t place : from) places.merge(ends(expression, place));
    return places;
  }

  [[nodiscard]] Places word(const TokenExpression& expression, std::size_t from) const {
    if (from >= rows() || is_edge(from)) return {};
    const WordId word = tokens_[from - 1].word;
    const bool is_one = word != kUnknownWord && std::ranges::count(expression.words, word) > 0;
    return is_one ? Places{from + 1} : Places{};
  }

  [[nodiscard]] Places gap(Places places, std::uint32_t most) const {
    for (std::uint32_t i = 0; i < most; ++i) {
      Places further = places;
      for (const std::size_t place : places) {
        if (place < rows() && !is_edge(place)) further.insert(place + 1);
      }
      places = std::move(further);
    }
    return places;
  }

  [[nodiscard]] Places entity(EntityType type, std::size_t from) const {
    Places places;
    for (const EntitySpan& entity : entities_) {
      if (entity.type == type && entity.span.first + 1 == from) places.insert(entity.span.last + 1);
    }
    return places;
  }

  [[nodiscard]] Places unordered(const TokenExpression& expression, std::size_t from) const {
    std::vector<std::size_t> order(expression.children.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    Places all;
    do {
      Places places = {from};
      for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0) places = gap(std::move(places), expression.count);
        places = each(expression.children[order[i]], places);
      }
      all.merge(places);
    } while (std::ranges::next_permutation(order).found);
    return all;
  }

  const std::vector<Token>& tokens_;
  const std::vector<EntitySpan>& entities_;
};

}  // namespace

std::vector<TokenSpan> reference_matches(const TokenExpression& expression,
                                         const std::vector<Token>& tokens,
                                         const std::vector<EntitySpan>& entities) {
  const Reference reference(tokens, entities);
  std::set<TokenSpan> found;
  for (std::size_t from = 0; from < reference.rows(); ++from) {
    const Places places = reference.ends(expression, from);
    if (places.empty()) continue;
    std::size_t first = from;
    std::size_t last = *places.rbegin();
    while (first < last && reference.is_edge(first)) ++first;
    while (last > first && reference.is_edge(last - 1)) --last;
    if (first < last) {
      found.insert({static_cast<std::uint32_t>(first - 1), static_cast<std::uint32_t>(last - 1)});
    }
  }
  return {found.begin(), found.end()};
}

}  // namespace waymark::fakes
