#pragma once
// A pattern as a graph of states, a step for each row that it reads: what proofs decide on, where a
// run over one message is not enough. The patterns of one table can be held against each other (see
// sentence_search.h). Built once, then const; any thread.
//
//   const TokenGraph graph(set.table(), set.root(pattern), Gaps::Open, Around::Edges);

#include <cstdint>
#include <vector>

#include "engine/text/token_automaton.h"

namespace waymark {

// One way on from a state.
struct GraphStep {
  enum class Kind : std::uint8_t {
    Word,    // the word `value`
    Words,   // a word of the class `value`, which has several
    Edge,    // the beginning or the end of a sentence
    Entity,  // all tokens of one entity of the type `value`
    Token,   // any token, whatever it is
    Row      // anything at all
  };
  Kind kind = Kind::Word;
  std::uint32_t value = 0;
  std::uint32_t to = 0;

  auto operator<=>(const GraphStep&) const = default;
};

// Whether gaps may take in words (Open), or only what the pattern names is left (Closed).
enum class Gaps : std::uint8_t { Open, Closed };

// What may stand before and behind the match: nothing, a sentence edge, or anything.
enum class Around : std::uint8_t { Nothing, Edges, Anything };

class TokenGraph {
 public:
  static constexpr std::uint32_t kStart = 0;

  TokenGraph(const AutomatonTable& table, ItemId item, Gaps gaps, Around around);

  // A whole message: an edge, tokens and more sentences, an edge.
  [[nodiscard]] static TokenGraph whole_message();

  // Sorted: those that read a certain word come first, by word.
  [[nodiscard]] const std::vector<GraphStep>& steps(std::uint32_t state) const {
    return steps_[state];
  }
  [[nodiscard]] bool is_end(std::uint32_t state) const { return is_end_[state]; }

 private:
  TokenGraph() = default;

  std::vector<std::vector<GraphStep>> steps_;  // by state
  std::vector<bool> is_end_;
};

}  // namespace waymark
