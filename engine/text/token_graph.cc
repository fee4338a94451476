#include "engine/text/token_graph.h"

#include <algorithm>
#include <span>

namespace waymark {
namespace {

using Kind = TokenExpression::Kind;

// States with steps and with leaps, which read nothing. Patterns have no loops, so a part may begin
// and end at any two states.
class Draft {
 public:
  Draft(const AutomatonTable& table, Gaps gaps) : table_(table), gaps_(gaps) {}

  std::uint32_t add_state() {
    steps_.emplace_back();
    leaps_.emplace_back();
    return static_cast<std::uint32_t>(steps_.size() - 1);
  }
  void step(std::uint32_t from, GraphStep::Kind kind, std::uint32_t value, std::uint32_t to) {
    steps_[from].push_back({kind, value, to});
  }
  void leap(std::uint32_t from, std::uint32_t to) { leaps_[from].push_back(to); }

  void build(ItemId id, std::uint32_t from, std::uint32_t to) {
    const AutomatonItem& item = table_.node(id);
    const std::span<const AutomatonPart> parts = table_.parts(item);
    switch (item.kind) {
      case Kind::Words: words(item.value, from, to); break;
      case Kind::Edge: step(from, GraphStep::Kind::Edge, 0, to); break;
      case Kind::Entity: step(from, GraphStep::Kind::Entity, item.value, to); break;
      case Kind::Gap: gap(item.value, from, to); break;
      case Kind::Sequence:
        for (std::size_t i = 0; i < parts.size(); ++i) {
          const std::uint32_t next = i + 1 == parts.size() ? to : add_state();
          build(parts[i].id, from, next);
          from = next;
        }
        break;
      case Kind::Optional: leap(from, to); [[fallthrough]];
      case Kind::Alternation:
        for (const AutomatonPart& part : parts) build(part.id, from, to);
        break;
      case Kind::Unordered: unordered(item, from, to); break;
      case Kind::Shared: break;  // the table has put the set itself there
    }
  }

  // The states that can be reached without reading, the state itself among them.
  [[nodiscard]] std::vector<std::uint32_t> reach(std::uint32_t state) const {
    std::vector<std::uint32_t> reached = {state};
    for (std::size_t i = 0; i < reached.size(); ++i) {
      for (const std::uint32_t to : leaps_[reached[i]]) {
        if (std::ranges::find(reached, to) == reached.end()) reached.push_back(to);
      }
    }
    return reached;
  }

  [[nodiscard]] const std::vector<GraphStep>& steps(std::uint32_t state) const {
    return steps_[state];
  }
  [[nodiscard]] std::size_t size() const { return steps_.size(); }

 private:
  void words(ClassId id, std::uint32_t from, std::uint32_t to) {
    const std::vector<WordId>& words = table_.classes().words(id);
    if (words.size() == 1) return step(from, GraphStep::Kind::Word, words.front(), to);
    step(from, GraphStep::Kind::Words, id, to);
  }

  void gap(std::uint32_t most, std::uint32_t from, std::uint32_t to) {
    leap(from, to);
    if (gaps_ == Gaps::Closed) return;
    for (std::uint32_t i = 0; i < most; ++i) {
      const std::uint32_t next = add_state();
      step(from, GraphStep::Kind::Token, 0, next);
      leap(next, to);
      from = next;
    }
  }

  // A state for each subset of the members that is done.
  void unordered(const AutomatonItem& item, std::uint32_t from, std::uint32_t to) {
    const std::span<const AutomatonPart> parts = table_.parts(item);
    const std::size_t all = (std::size_t{1} << parts.size()) - 1;
    std::vector<std::uint32_t> done(all + 1, from);
    for (std::size_t set = 1; set < all; ++set) done[set] = add_state();
    done[all] = to;
    for (std::size_t set = 0; set < all; ++set) {
      std::uint32_t start = done[set];
      if (set != 0) {
        start = add_state();
        gap(item.value, done[set], start);
      }
      for (std::size_t member = 0; member < parts.size(); ++member) {
        const std::size_t bit = std::size_t{1} << member;
        if ((set & bit) == 0) build(parts[member].id, start, done[set | bit]);
      }
    }
  }

  const AutomatonTable& table_;
  Gaps gaps_;
  std::vector<std::vector<GraphStep>> steps_;
  std::vector<std::vector<std::uint32_t>> leaps_;
};

}  // namespace

TokenGraph::TokenGraph(const AutomatonTable& table, ItemId item, Gaps gaps, Around around) {
  Draft draft(table, gaps);
  const std::uint32_t start = draft.add_state();
  const std::uint32_t end = draft.add_state();
  if (around == Around::Nothing) {
    draft.build(item, start, end);
  } else {
    const std::uint32_t inner_start = draft.add_state();
    const std::uint32_t inner_end = draft.add_state();
    draft.leap(start, inner_start);
    draft.leap(inner_end, end);
    if (around == Around::Edges) {
      draft.step(start, GraphStep::Kind::Edge, 0, inner_start);
      draft.step(inner_end, GraphStep::Kind::Edge, 0, end);
    } else {
      draft.step(start, GraphStep::Kind::Row, 0, start);
      draft.step(end, GraphStep::Kind::Row, 0, end);
    }
    draft.build(item, inner_start, inner_end);
  }
  steps_.resize(draft.size());
  is_end_.resize(draft.size());
  for (std::uint32_t state = 0; state < draft.size(); ++state) {
    std::vector<GraphStep>& steps = steps_[state];
    for (const std::uint32_t reached : draft.reach(state)) {
      if (reached == end) is_end_[state] = true;
      const std::vector<GraphStep>& more = draft.steps(reached);
      steps.insert(steps.end(), more.begin(), more.end());
    }
    std::ranges::sort(steps);
    steps.erase(std::ranges::unique(steps).begin(), steps.end());
  }
}

TokenGraph TokenGraph::whole_message() {
  TokenGraph graph;
  graph.steps_ = {{{GraphStep::Kind::Edge, 0, 1}},
                  {{GraphStep::Kind::Token, 0, 2}},
                  {{GraphStep::Kind::Edge, 0, 1},
                   {GraphStep::Kind::Edge, 0, 3},
                   {GraphStep::Kind::Token, 0, 2}},
                  {}};
  graph.is_end_ = {false, false, false, true};
  return graph;
}

}  // namespace waymark
