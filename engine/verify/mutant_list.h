#pragma once
// Every mutant of a pack, and the pack as one of them. Stateless; any thread.

#include <cstddef>
#include <vector>

#include "engine/api/mutation.h"
#include "engine/turn/bundle.h"
#include "engine/turn/understanding.h"

namespace waymark {

// A mutant with what it changes: patterns of a locale, or something of a node.
struct MutantChange {
  Mutant mutant;
  std::size_t locale = 0;
  LeftOut left_out;     // of the kinds that drop patterns
  NodeIndex node{};     // of the other kinds
  std::size_t at = 0;   // which target, choice, prompt or case of the node
  std::size_t other{};  // the node or prompt that stands there instead

  [[nodiscard]] bool is_of_graph() const;
};

[[nodiscard]] std::vector<MutantChange> list_mutants(const Bundle& bundle);

// The bundle with a change of its graph. Its locales are shared with the original.
[[nodiscard]] Bundle mutated(const Bundle& bundle, const MutantChange& change);

}  // namespace waymark
