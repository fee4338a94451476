#pragma once
// Where rules of different intents claim the same words: the overlaps of patterns, with a witness
// sentence each. One thread.
//
// Almost any two patterns match some sentence together: one that says what the first wants and then
// what the second wants, or where the one finds its words in a gap of the other. Those are two
// meanings in a message, or a rule and a more specific one, and the score orders them. An overlap
// is where the SAME words serve both: a whole message that both match from end to end, in which
// neither leaves a word to a gap, and which no `unless` of either cancels. On such a message both
// explain exactly the same words, so their scores differ by nothing but the classes of the intents.
//
// Idea: with its gaps closed a pattern is a finite graph over words; two overlap when their product
// (and that with the `unless` patterns taken away) has a way through, and the shortest way is the
// witness. Words that a pattern cannot do without, and the words it can begin with, leave one pair
// in some hundred for the product.

#include <cstddef>
#include <vector>

#include "engine/text/sentence_search.h"
#include "engine/verify/pattern_outlines.h"

namespace waymark {

struct PatternOverlap {
  PatternIndex one = 0;
  PatternIndex other = 0;  // of another intent; later than `one`
  std::vector<SentenceRow> witness;
};

struct OverlapSearch {
  std::size_t compared = 0;  // pairs that had to be decided on their automata
  std::vector<PatternOverlap> overlaps;
  std::vector<PatternOverlap> undecided;  // pairs past the bound, without a witness
};

// More states of one product than any written pattern has needed by far.
inline constexpr std::size_t kMaxOverlapStates = 20'000;

[[nodiscard]] OverlapSearch find_overlaps(const PatternOutlines& outlines,
                                          std::size_t most_states = kMaxOverlapStates);

}  // namespace waymark
