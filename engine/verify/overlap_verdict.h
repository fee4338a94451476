#pragma once
// Which intent gets a message that rules of two claim, and why: the ranker is asked, as in a turn.
// Any thread.

#include <cstdint>
#include <optional>
#include <string>

#include "engine/api/pattern_proof.h"
#include "engine/turn/bundle.h"
#include "engine/verify/pattern_overlap.h"

namespace waymark {

struct OverlapVerdict {
  std::string text;  // the witness
  OverlapRuling ruling = OverlapRuling::Decided;
  IntentIndex first = 0;  // of the two, the one that goes before the other
  IntentIndex second = 0;
  std::optional<IntentIndex> taken;  // what the message is taken for: the first, another, or none
  std::string reason;                // a sentence
};

// Within so many hundredths of a natural-log unit the one meaning is less than 1.25 times as likely
// as the other: a lead that a few more examples turn round.
inline constexpr std::int32_t kTossUp = 20;

// Nothing when the witness, as people would type it, is read in another way than the patterns are
// (a rewrite takes a word, or what stands for an entity is none in this pack).
[[nodiscard]] std::optional<OverlapVerdict> judge_overlap(const Bundle& bundle,
                                                          const LocaleContent& content,
                                                          const PatternOverlap& overlap);

}  // namespace waymark
