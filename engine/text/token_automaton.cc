#include "engine/text/token_automaton.h"

#include <algorithm>

#include "engine/api/limits.h"

namespace waymark {
namespace {

using Kind = TokenExpression::Kind;

void unite(std::vector<WordId>& into, const std::vector<WordId>& words) {
  into.insert(into.end(), words.begin(), words.end());
}

void sort_unique(std::vector<WordId>& words) {
  std::ranges::sort(words);
  words.erase(std::ranges::unique(words).begin(), words.end());
}

bool has_edge(const TokenExpression& expression) {
  if (expression.kind == Kind::Shared) return has_edge(*expression.shared);
  return expression.kind == Kind::Edge || std::ranges::any_of(expression.children, has_edge);
}

// Whether edges stand nowhere but as the outermost item on the sides that are given.
bool has_edges_outside_only(const TokenExpression& expression, bool before, bool after) {
  const auto& children = expression.children;
  switch (expression.kind) {
    case Kind::Edge: return before || after;
    case Kind::Words:
    case Kind::Gap:
    case Kind::Entity: return true;
    case Kind::Shared: return has_edges_outside_only(*expression.shared, before, after);
    case Kind::Alternation:
    case Kind::Optional:
      return std::ranges::all_of(children, [&](const TokenExpression& child) {
        return has_edges_outside_only(child, before, after);
      });
    case Kind::Unordered: return !has_edge(expression);
    case Kind::Sequence:
      for (std::size_t i = 0; i < children.size(); ++i) {
        const bool is_first = i == 0;
        const bool is_last = i + 1 == children.size();
        if (!has_edges_outside_only(children[i], before && is_first, after && is_last)) {
          return false;
        }
      }
      return true;
  }
  return false;
}

}  // namespace

bool stays_in_sentence(const TokenExpression& expression) {
  return has_edges_outside_only(expression, true, true);
}

bool matches_nothing(const TokenExpression& expression) {
  switch (expression.kind) {
    case Kind::Words:
    case Kind::Entity: return false;
    case Kind::Edge:
    case Kind::Gap:
    case Kind::Optional: return true;
    case Kind::Sequence:
    case Kind::Unordered: return std::ranges::all_of(expression.children, matches_nothing);
    case Kind::Alternation: return std::ranges::any_of(expression.children, matches_nothing);
    case Kind::Shared: return matches_nothing(*expression.shared);
  }
  return false;
}

std::size_t size_of(const TokenExpression& expression) {
  if (expression.kind == Kind::Shared) return size_of(*expression.shared);
  std::size_t size = expression.kind == Kind::Words ? 1 : 0;
  for (const TokenExpression& child : expression.children) size += size_of(child);
  return size;
}

std::expected<ItemId, std::string> AutomatonTable::add(const TokenExpression& expression) {
  if (matches_nothing(expression)) {
    return std::unexpected("the pattern can match without any word");
  }
  if (size_of(expression) > kMaxPatternPositions) {
    return std::unexpected("the pattern is too large: it spells out to more than " +
                           std::to_string(kMaxPatternPositions) + " words");
  }
  return build(expression);
}

ItemId AutomatonTable::build(const TokenExpression& expression) {
  AutomatonItem node;
  node.kind = expression.kind;
  switch (expression.kind) {
    case Kind::Words: node.value = classes_.add(expression.words); break;
    case Kind::Gap:
    case Kind::Unordered: node.value = expression.count; break;
    case Kind::Entity: node.value = static_cast<std::uint32_t>(expression.entity); break;
    case Kind::Shared: {
      const auto found = shared_.find(expression.shared.get());
      if (found != shared_.end()) return found->second;
      const ItemId built = build(*expression.shared);
      shared_.emplace(expression.shared.get(), built);
      kept_.push_back(expression.shared);
      return built;
    }
    case Kind::Edge:
    case Kind::Sequence:
    case Kind::Alternation:
    case Kind::Optional: break;
  }
  if (expression.kind == Kind::Alternation || expression.kind == Kind::Sequence) {
    node.first_words = first_words_of(expression);
  }
  std::vector<AutomatonPart> parts;
  parts.reserve(expression.children.size());
  for (const TokenExpression& child : expression.children) parts.push_back(part_of(build(child)));
  node.first_part = static_cast<std::uint32_t>(parts_.size());
  node.parts = static_cast<std::uint32_t>(parts.size());
  parts_.insert(parts_.end(), parts.begin(), parts.end());
  nodes_.push_back(node);
  return static_cast<ItemId>(nodes_.size() - 1);
}

AutomatonPart AutomatonTable::part_of(ItemId id) const {
  const AutomatonItem& item = nodes_[id];
  AutomatonPart part{id, item.first_words, kNoClass};
  if (item.kind == Kind::Words) part.first_words = item.value;
  if (item.kind != Kind::Sequence || item.parts < 2) return part;
  for (const AutomatonPart& inner : parts(item).subspan(1)) {
    if (nodes_[inner.id].kind == Kind::Words) part.needed = nodes_[inner.id].value;
  }
  return part;
}

// Adds the words with which a match can begin; false when it can begin otherwise.
bool AutomatonTable::first_words(const TokenExpression& expression,
                                 std::vector<WordId>& out) const {
  switch (expression.kind) {
    case Kind::Words: unite(out, expression.words); return true;
    case Kind::Shared: return first_words(*expression.shared, out);
    case Kind::Alternation:
    case Kind::Unordered:
      return std::ranges::all_of(expression.children,
                                 [&](const auto& child) { return first_words(child, out); });
    case Kind::Sequence:
      for (const TokenExpression& child : expression.children) {
        const bool is_optional = child.kind == Kind::Optional;
        const TokenExpression& inner = is_optional ? child.children.front() : child;
        if (!first_words(inner, out)) return false;
        if (!is_optional && !matches_nothing(child)) return true;
      }
      return false;
    case Kind::Edge:
    case Kind::Gap:
    case Kind::Entity:
    case Kind::Optional: return false;
  }
  return false;
}

ClassId AutomatonTable::first_words_of(const TokenExpression& expression) {
  std::vector<WordId> words;
  if (!first_words(expression, words) || words.empty()) return kNoClass;
  sort_unique(words);
  return classes_.add(words);
}

std::uint64_t AutomatonTable::cost(ClassId id, const std::vector<std::uint32_t>& word_cost) const {
  std::uint64_t sum = 1;
  for (const WordId word : classes_.words(id)) {
    sum += word < word_cost.size() ? word_cost[word] : 1;
  }
  return sum;
}

std::vector<ClassId> AutomatonTable::required(ItemId id,
                                              const std::vector<std::uint32_t>& word_cost) {
  const AutomatonItem& node = nodes_[id];
  std::vector<ClassId> out;
  switch (node.kind) {
    case Kind::Words: return {node.value};
    case Kind::Sequence:
    case Kind::Unordered:
      for (const AutomatonPart& part : parts(node)) {
        for (const ClassId each : required(part.id, word_cost)) out.push_back(each);
      }
      return out;
    case Kind::Alternation: {
      // One class: the cheapest choice of every option together.
      std::vector<WordId> words;
      for (const AutomatonPart& part : parts(node)) {
        const std::vector<ClassId> choices = required(part.id, word_cost);
        if (choices.empty()) return {};
        const ClassId best = *std::ranges::min_element(
            choices, {}, [&](ClassId choice) { return cost(choice, word_cost); });
        unite(words, classes_.words(best));
      }
      if (words.empty()) return {};
      sort_unique(words);
      return {classes_.add(words)};
    }
    case Kind::Edge:
    case Kind::Gap:
    case Kind::Entity:
    case Kind::Optional:
    case Kind::Shared: return {};
  }
  return out;
}

void AutomatonTable::name_classes(ItemId id, std::vector<ClassId>& out) const {
  const AutomatonItem& node = nodes_[id];
  if (node.kind == Kind::Words) out.push_back(node.value);
  for (const AutomatonPart& part : parts(node)) name_classes(part.id, out);
}

std::vector<ClassId> AutomatonTable::named(ItemId id) const {
  std::vector<ClassId> out;
  name_classes(id, out);
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

}  // namespace waymark
