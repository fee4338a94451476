#include "engine/verify/pattern_overlap.h"

#include <array>
#include <optional>
#include <utility>

namespace waymark {
namespace {

class OverlapFinder {
 public:
  OverlapFinder(const PatternOutlines& outlines, std::size_t most_states)
      : outlines_(outlines),
        patterns_(outlines.patterns()),
        most_states_(most_states),
        message_(TokenGraph::whole_message()),
        search_(patterns_.table().classes()),
        graphs_(patterns_.size()),
        beginnings_(patterns_.size()) {}

  OverlapSearch run() {
    for (const PatternIndex one : outlines_.rules()) {
      for (const PatternIndex other : outlines_.rules_near(one)) {
        if (other > one) compare(one, other);
      }
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] IntentIndex owner(PatternIndex pattern) const {
    return outlines_.matcher().origin(pattern).owner;
  }

  void compare(PatternIndex one, PatternIndex other) {
    if (owner(one) == owner(other)) return;
    if (!outlines_.has_words_for(one, other) || !outlines_.has_words_for(other, one)) return;
    if (!begin_alike(one, other)) return;
    ++out_.compared;
    SentenceFound found = find(one, other, {});
    if (found.sentence) {
      if (const auto cancelling = unless_of(one, other); !cancelling.empty()) {
        found = find(one, other, cancelling);
      }
    }
    if (found.is_cut) out_.undecided.push_back({one, other, {}});
    if (found.sentence) out_.overlaps.push_back({one, other, *std::move(found.sentence)});
  }

  SentenceFound find(PatternIndex one, PatternIndex other,
                     const std::vector<const TokenGraph*>& none) {
    const std::array<const TokenGraph*, 3> all = {&graph(one), &graph(other), &message_};
    return search_.find(all, none, most_states_);
  }

  // What may cancel one of the two where both match.
  std::vector<const TokenGraph*> unless_of(PatternIndex one, PatternIndex other) {
    std::vector<const TokenGraph*> cancelling;
    for (const PatternIndex rule : {one, other}) {
      for (const PatternIndex unless : outlines_.unless_of(owner(rule))) {
        if (outlines_.has_words_for(one, unless) && outlines_.has_words_for(other, unless)) {
          cancelling.push_back(&graph(unless));
        }
      }
    }
    return cancelling;
  }

  // A rule with its gaps closed, or an `unless` as it is.
  const TokenGraph& graph(PatternIndex pattern) {
    std::optional<TokenGraph>& graph = graphs_[pattern];
    if (!graph) {
      const bool is_unless = outlines_.matcher().origin(pattern).is_unless;
      graph.emplace(patterns_.table(), patterns_.root(pattern),
                    is_unless ? Gaps::Open : Gaps::Closed, Around::Edges);
    }
    return *graph;
  }

  // The words with which a match can begin, as bits; the first bit stands for any entity.
  const std::vector<std::uint64_t>& beginnings(PatternIndex pattern) {
    std::vector<std::uint64_t>& bits = beginnings_[pattern];
    if (!bits.empty()) return bits;
    bits.resize(outlines_.bit_words());
    const auto set = [&bits](WordId word) { bits[word / 64] |= 1ULL << (word % 64); };
    const TokenGraph& of = graph(pattern);
    std::vector<std::uint32_t> states = {TokenGraph::kStart};
    for (std::size_t i = 0; i < states.size(); ++i) {
      for (const GraphStep& step : of.steps(states[i])) {
        if (step.kind == GraphStep::Kind::Edge) states.push_back(step.to);
        if (step.kind == GraphStep::Kind::Entity) set(kUnknownWord);
        if (step.kind == GraphStep::Kind::Word) set(step.value);
        if (step.kind == GraphStep::Kind::Words) {
          for (const WordId word : search_.words(step.value)) set(word);
        }
      }
    }
    return bits;
  }

  bool begin_alike(PatternIndex one, PatternIndex other) {
    const std::vector<std::uint64_t>& bits = beginnings(one);
    const std::vector<std::uint64_t>& others = beginnings(other);
    for (std::size_t i = 0; i < bits.size(); ++i) {
      if ((bits[i] & others[i]) != 0) return true;
    }
    return false;
  }

  const PatternOutlines& outlines_;
  const PatternSet& patterns_;
  std::size_t most_states_;
  TokenGraph message_;
  SentenceSearch search_;
  std::vector<std::optional<TokenGraph>> graphs_;
  std::vector<std::vector<std::uint64_t>> beginnings_;
  OverlapSearch out_;
};

}  // namespace

OverlapSearch find_overlaps(const PatternOutlines& outlines, std::size_t most_states) {
  return OverlapFinder(outlines, most_states).run();
}

}  // namespace waymark
