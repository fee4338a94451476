#pragma once
// Stages 1 to 4 of a turn together: what a message says, before anything is decided. Stateless; any
// thread.

#include <optional>
#include <string_view>
#include <vector>

#include "engine/safety/risk_screen.h"
#include "engine/turn/bundle.h"

namespace waymark {

// The intent that a message is taken for, and the words that say so.
struct Meaning {
  IntentIndex intent = 0;
  TokenSpan span;  // of the pattern, or the whole message where no pattern of the intent matched
};

struct Understanding {
  Utterance utterance;
  std::vector<CueAtom> atoms;  // of the utterance; they point into the locale's content
  RiskAssessment risk;
  std::vector<StableId> risk_tail;  // what the session keeps of it, see RiskMemory::tail
  std::vector<Entity> entities;
  bool slow_path = false;  // a search ran out of its memory and a slower one answered
  MatchResult match;
  SeenCues intent_cues;                 // of the message; empty in a pack without cues
  std::vector<Reading> readings;        // likeliest first; empty in a pack without cues
  std::optional<Meaning> meaning;       // what is good enough to act on
  std::vector<Meaning> others;          // what single sentences clearly mean besides, in order
  std::vector<Suggestion> suggestions;  // what else it may mean, where that is not sure
};

// Patterns that are taken as not written, by their number in their set: for trials of whether a
// pack's tests would notice.
struct LeftOut {
  std::vector<PatternIndex> of_intents;
  std::vector<PatternIndex> of_risk;
};

// A match under this score (thousandths) is not acted on, in a pack without cues.
inline constexpr std::int32_t kActOnScore = 130;

[[nodiscard]] Understanding understand(const LocaleContent& content, std::string_view bytes,
                                       const RiskMemory& memory, const LeftOut& left_out = {});

}  // namespace waymark
