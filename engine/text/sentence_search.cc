#include "engine/text/sentence_search.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

namespace waymark {
namespace {

using Kind = GraphStep::Kind;
using States = std::vector<std::uint32_t>;
using Graphs = std::span<const TokenGraph* const>;

// What a row may be so that all steps chosen so far can read it; `value` as in GraphStep.
struct Label {
  Kind kind = Kind::Row;
  std::uint32_t value = 0;
};

bool is_word(const GraphStep& step) { return step.kind == Kind::Word; }

class Walk {
 public:
  Walk(SentenceSearch& classes, Graphs all, Graphs none, std::size_t most_states)
      : classes_(classes), all_(all), none_(none), most_(most_states) {}

  SentenceFound run() {
    States start(all_.size(), TokenGraph::kStart);
    for (std::uint32_t graph = 0; graph < none_.size(); ++graph) {
      start.push_back(graph);
      start.push_back(TokenGraph::kStart);
    }
    enter(std::move(start), 0, {});
    for (std::uint32_t at = 0; at < nodes_.size(); ++at) {
      if (is_found(*nodes_[at].states)) return {sentence_to(at), false};
      if (nodes_.size() > most_) return {std::nullopt, true};
      to_.clear();
      expand(at, {});
    }
    return {};
  }

 private:
  struct Node {
    const States* states = nullptr;  // in seen_
    std::uint32_t parent = 0;
    SentenceRow row;
  };
  struct Hash {
    std::size_t operator()(const States& states) const {
      std::uint64_t mixed = states.size();
      for (const std::uint32_t state : states) {
        mixed = (mixed ^ state) * 0x9E3779B97F4A7C15ULL;
        mixed ^= mixed >> 29U;
      }
      return mixed;
    }
  };

  void enter(States states, std::uint32_t parent, SentenceRow row) {
    const auto [entry, is_new] = seen_.insert(std::move(states));
    if (is_new) nodes_.push_back({&*entry, parent, row});
  }

  [[nodiscard]] bool is_found(const States& states) const {
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (!all_[i]->is_end(states[i])) return false;
    }
    for (std::size_t i = all_.size(); i < states.size(); i += 2) {
      if (none_[states[i]]->is_end(states[i + 1])) return false;
    }
    return true;
  }

  [[nodiscard]] std::vector<SentenceRow> sentence_to(std::uint32_t at) const {
    std::vector<SentenceRow> rows;
    for (; at != 0; at = nodes_[at].parent) rows.push_back(nodes_[at].row);
    std::ranges::reverse(rows);
    return rows;
  }

  // Takes a step of each graph of `all` that is not in to_ yet, and goes where they agree on a row.
  void expand(std::uint32_t at, Label label) {
    const std::size_t graph = to_.size();
    if (graph == all_.size()) return go_on(at, label);
    std::span<const GraphStep> steps = all_[graph]->steps((*nodes_[at].states)[graph]);
    if (label.kind == Kind::Word) {
      const auto others = std::ranges::partition_point(steps, is_word);
      const auto same =
          std::ranges::equal_range(steps.begin(), others, label.value, {}, &GraphStep::value);
      for (const GraphStep& step : same) take(at, label, step);
      steps = {others, steps.end()};
    }
    for (const GraphStep& step : steps) {
      const auto both = narrowed(label, step);
      if (both) take(at, *both, step);
    }
  }

  void take(std::uint32_t at, Label label, const GraphStep& step) {
    to_.push_back(step.to);
    expand(at, label);
    to_.pop_back();
  }

  [[nodiscard]] std::optional<Label> narrowed(Label label, const GraphStep& step) const {
    if (step.kind == Kind::Row) return label;
    if (label.kind == Kind::Row) return Label{step.kind, step.value};
    if (step.kind == Kind::Edge || label.kind == Kind::Edge) {
      return step.kind == label.kind ? std::optional(label) : std::nullopt;
    }
    if (step.kind == Kind::Token) return label;
    if (label.kind == Kind::Token) return Label{step.kind, step.value};
    if (step.kind == label.kind && step.value == label.value) return label;
    if (step.kind == Kind::Entity || label.kind == Kind::Entity) return std::nullopt;
    if (step.kind == Kind::Words && label.kind == Kind::Words) {
      const ClassId common = classes_.common(label.value, step.value);
      return common == kNoClass ? std::nullopt : std::optional(Label{Kind::Words, common});
    }
    const bool is_word_known = label.kind == Kind::Word;
    const WordId word = is_word_known ? label.value : step.value;
    if (!has_word(is_word_known ? Label{step.kind, step.value} : label, word)) return std::nullopt;
    return Label{Kind::Word, word};
  }

  [[nodiscard]] bool has_word(Label label, WordId word) const {
    if (label.kind == Kind::Word) return label.value == word;
    return std::ranges::binary_search(classes_.words(label.value), word);
  }

  void go_on(std::uint32_t at, Label label) {
    const States& states = *nodes_[at].states;
    const auto enter_by = [&](SentenceRow row) {
      States next = to_;
      add_none(states, row, next);
      enter(std::move(next), at, row);
    };
    switch (label.kind) {
      case Kind::Edge: return enter_by({SentenceRow::Kind::Edge, 0});
      case Kind::Entity: return enter_by({SentenceRow::Kind::Entity, label.value});
      case Kind::Word: return enter_by({SentenceRow::Kind::Word, label.value});
      case Kind::Words:
        for (const WordId word : classes_.words(label.value)) {
          enter_by({SentenceRow::Kind::Word, word});
          if (states.size() == all_.size()) break;
        }
        return;
      // No word is read by fewer graphs of `none` than one that no rule knows.
      case Kind::Token:
      case Kind::Row: return enter_by({SentenceRow::Kind::Word, kUnknownWord});
    }
  }

  // The states of `none` after the row.
  void add_none(const States& states, SentenceRow row, States& next) const {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> reached;
    for (std::size_t i = all_.size(); i < states.size(); i += 2) {
      for (const GraphStep& step : none_[states[i]]->steps(states[i + 1])) {
        if (reads(step, row)) reached.emplace_back(states[i], step.to);
      }
    }
    std::ranges::sort(reached);
    reached.erase(std::ranges::unique(reached).begin(), reached.end());
    for (const auto& [graph, state] : reached) {
      next.push_back(graph);
      next.push_back(state);
    }
  }

  [[nodiscard]] bool reads(const GraphStep& step, SentenceRow row) const {
    switch (step.kind) {
      case Kind::Row: return true;
      case Kind::Token: return row.kind == SentenceRow::Kind::Word;
      case Kind::Edge: return row.kind == SentenceRow::Kind::Edge;
      case Kind::Entity: return row == SentenceRow{SentenceRow::Kind::Entity, step.value};
      case Kind::Word:
      case Kind::Words:
        return row.kind == SentenceRow::Kind::Word && has_word({step.kind, step.value}, row.value);
    }
    return false;
  }

  SentenceSearch& classes_;
  Graphs all_;
  Graphs none_;
  std::size_t most_;
  States to_;  // of the graphs of `all` whose step is chosen
  std::unordered_set<States, Hash> seen_;
  std::vector<Node> nodes_;
};

}  // namespace

SentenceFound SentenceSearch::find(Graphs all, Graphs none, std::size_t most_states) {
  return Walk(*this, all, none, most_states).run();
}

ClassId SentenceSearch::common(ClassId one, ClassId other) {
  const std::uint64_t key =
      static_cast<std::uint64_t>(std::min(one, other)) << 32U | std::max(one, other);
  const auto [entry, is_new] = common_.try_emplace(key, kNoClass);
  if (!is_new) return entry->second;
  std::vector<WordId> both;
  std::ranges::set_intersection(words(one), words(other), std::back_inserter(both));
  if (both.empty()) return kNoClass;
  own_.push_back(std::make_unique<const std::vector<WordId>>(std::move(both)));
  return entry->second = static_cast<ClassId>(classes_.size() + own_.size() - 1);
}

}  // namespace waymark
