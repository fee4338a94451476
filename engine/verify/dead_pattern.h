#pragma once
// Patterns that can never route: every text that they match is cancelled by an `unless` of their
// own intent, or is matched by a pattern of another intent that scores more. One thread.
//
// Idea: first the shortest sentence of a pattern is matched as a message would be. Only where that
// is cancelled or outscored, the whole question is put to the automata: is there a sentence of the
// pattern that none of those match which always outrank it? Another pattern always outranks it when
// the least that it can score is more than the most that the pattern can, in any message: words
// around both count the same for both. Where both match the same words, more named words and a
// higher class are enough. Limits: a sentence is held against the other patterns as it stands, so
// nothing is found that depends on what comes around it (nor is an `unless` of the other that needs
// words from there); cues are not looked at.

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/text/sentence_search.h"
#include "engine/verify/pattern_outlines.h"

namespace waymark {

struct DeadPattern {
  PatternIndex pattern = 0;
  std::vector<SentenceRow> sentence;      // its shortest
  std::optional<PatternIndex> cancelled;  // by this `unless`, and perhaps others
  std::optional<PatternIndex> outranked;  // by this pattern, and perhaps others
};

struct DeadSearch {
  std::vector<DeadPattern> dead;
  std::vector<PatternIndex> undecided;  // past the bound
};

inline constexpr std::size_t kMaxCoverStates = 20'000;

[[nodiscard]] DeadSearch find_dead_patterns(const PatternOutlines& outlines,
                                            std::size_t most_states = kMaxCoverStates);

}  // namespace waymark
