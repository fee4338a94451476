#include "engine/text/near_match.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace waymark {
namespace {

using Kind = TokenExpression::Kind;

// A word that is missing costs more than two usual words that are there are worth.
constexpr std::int32_t kMissingWord = 2500;
constexpr std::int32_t kMissingEdge = 1000;
constexpr std::int32_t kWordInTheWay = 400;
constexpr std::size_t kMostInTheWay = 5;

constexpr std::int32_t kUnreached = std::numeric_limits<std::int32_t>::max();
constexpr std::int32_t kNoStep = -1;

// One thing that happened on the way to a place, after the step `before`.
struct Step {
  enum class Kind : std::uint8_t { Found, Missing, InTheWay };
  Kind kind = Kind::Found;
  std::uint32_t value = 0;  // token, or item that is missing
  std::int32_t before = kNoStep;
};

struct Place {
  std::int32_t cost = kUnreached;
  std::int32_t last = kNoStep;

  [[nodiscard]] bool is_reached() const { return cost != kUnreached; }
};

using Places = std::vector<Place>;

void keep_better(Place& place, const Place& other) {
  if (other.cost < place.cost) place = other;
}

void keep_better(Places& places, const Places& others) {
  for (std::size_t i = 0; i < places.size(); ++i) keep_better(places[i], others[i]);
}

// Row 0 is the edge before the first token, as in a message run.
class NearRun {
 public:
  NearRun(const AutomatonTable& table, const std::vector<Token>& tokens,
          const std::vector<EntitySpan>& entities,
          const std::function<std::int32_t(const Token&)>& weight)
      : table_(table),
        tokens_(tokens),
        entities_(entities),
        weight_(weight),
        rows_(std::min(tokens.size(), kNearMatchTokens) + 2) {}

  NearMatch nearest(ItemId root) {
    const Places ends = run(root, Places(rows_ + 1, Place{0, kNoStep}));
    const Place best = *std::ranges::min_element(ends, {}, &Place::cost);
    NearMatch near;
    near.cost = best.cost;
    for (std::int32_t at = best.last; at != kNoStep;) {
      const Step& step = steps_[static_cast<std::size_t>(at)];
      switch (step.kind) {
        case Step::Kind::Found: ++near.found; break;
        case Step::Kind::InTheWay: near.in_the_way.push_back(step.value); break;
        case Step::Kind::Missing:
          near.missing.push_back({table_.node(step.value).kind, table_.node(step.value).value});
          break;
      }
      at = step.before;
    }
    std::ranges::reverse(near.missing);
    std::ranges::reverse(near.in_the_way);
    return near;
  }

 private:
  [[nodiscard]] bool is_edge(std::size_t row) const {
    return row == 0 || row == rows_ - 1 || tokens_[row - 1].kind == TokenKind::Boundary;
  }

  void reach(Place& place, const Place& from, std::int32_t cost, Step::Kind kind,
             std::size_t value) {
    if (from.cost + cost >= place.cost) return;
    steps_.push_back({kind, static_cast<std::uint32_t>(value), from.last});
    place = {from.cost + cost, static_cast<std::int32_t>(steps_.size() - 1)};
  }

  Places run(ItemId id, const Places& from) {
    const AutomatonItem& node = table_.node(id);
    switch (node.kind) {
      case Kind::Words:
      case Kind::Edge: return one_row(id, from);
      case Kind::Gap: return gap(from, node.value);
      case Kind::Entity: return entity(id, from);
      case Kind::Sequence: {
        Places places = from;
        for (const AutomatonPart& part : table_.parts(node)) places = run(part.id, places);
        return places;
      }
      case Kind::Alternation: {
        Places places(from.size());
        for (const AutomatonPart& part : table_.parts(node)) {
          keep_better(places, run(part.id, from));
        }
        return places;
      }
      case Kind::Optional: {
        Places places = run(table_.parts(node).front().id, from);
        keep_better(places, from);
        return places;
      }
      case Kind::Unordered: return unordered(node, from);
      case Kind::Shared: break;  // a table holds what is shared in its place
    }
    return Places(from.size());
  }

  // What a row is worth to an item that takes one row; nothing where it does not fit.
  [[nodiscard]] std::optional<std::int32_t> worth(const AutomatonItem& node,
                                                  std::size_t row) const {
    if (node.kind == Kind::Edge) return is_edge(row) ? std::optional(0) : std::nullopt;
    if (is_edge(row)) return std::nullopt;
    const Token& token = tokens_[row - 1];
    if (!std::ranges::binary_search(table_.classes().words(node.value), token.word)) {
      return std::nullopt;
    }
    return weight_(token);
  }

  Places one_row(ItemId id, const Places& from) {
    const AutomatonItem& node = table_.node(id);
    const bool is_word = node.kind == Kind::Words;
    Places places(from.size());
    for (std::size_t at = 0; at < from.size(); ++at) {
      if (!from[at].is_reached()) continue;
      reach(places[at], from[at], is_word ? kMissingWord : kMissingEdge, Step::Kind::Missing, id);
      Place before = from[at];
      for (std::size_t row = at; row < rows_ && row <= at + kMostInTheWay; ++row) {
        if (const auto value = worth(node, row)) {
          if (is_word) reach(places[row + 1], before, -*value, Step::Kind::Found, row - 1);
          if (!is_word) keep_better(places[row + 1], before);
        }
        if (is_edge(row)) break;
        Place beyond;
        reach(beyond, before, kWordInTheWay, Step::Kind::InTheWay, row - 1);
        before = beyond;
      }
    }
    return places;
  }

  [[nodiscard]] Places gap(const Places& from, std::uint32_t most) const {
    Places places = from;
    for (std::size_t at = 0; at < from.size(); ++at) {
      if (!from[at].is_reached()) continue;
      for (std::size_t row = at; row < rows_ && row < at + most && !is_edge(row); ++row) {
        keep_better(places[row + 1], from[at]);
      }
    }
    return places;
  }

  Places entity(ItemId id, const Places& from) {
    const auto type = static_cast<EntityType>(table_.node(id).value);
    Places places(from.size());
    for (std::size_t at = 0; at < from.size(); ++at) {
      if (!from[at].is_reached()) continue;
      reach(places[at], from[at], kMissingWord, Step::Kind::Missing, id);
      for (const EntitySpan& span : entities_) {
        if (span.type != type || span.span.first + 1 != at || span.span.last + 1 >= rows_) continue;
        reach(places[span.span.last + 1], from[at], -weight_(tokens_[at - 1]), Step::Kind::Found,
              at - 1);
      }
    }
    return places;
  }

  // Every order of the members: what is reached with each subset of them done.
  Places unordered(const AutomatonItem& node, const Places& from) {
    const std::size_t members = node.parts;
    std::vector<Places> reached(std::size_t{1} << members, Places(from.size()));
    reached[0] = from;
    for (std::size_t done = 0; done + 1 < reached.size(); ++done) {
      const Places start = done == 0 ? from : gap(reached[done], node.value);
      for (std::size_t member = 0; member < members; ++member) {
        if ((done >> member & 1U) != 0) continue;
        keep_better(reached[done | std::size_t{1} << member],
                    run(table_.parts(node)[member].id, start));
      }
    }
    return reached.back();
  }

  const AutomatonTable& table_;
  const std::vector<Token>& tokens_;
  const std::vector<EntitySpan>& entities_;
  const std::function<std::int32_t(const Token&)>& weight_;
  std::size_t rows_;
  std::vector<Step> steps_;
};

}  // namespace

NearMatch near_match(const AutomatonTable& table, ItemId root, const std::vector<Token>& tokens,
                     const std::vector<EntitySpan>& entities,
                     const std::function<std::int32_t(const Token&)>& weight) {
  return NearRun(table, tokens, entities, weight).nearest(root);
}

}  // namespace waymark
