#pragma once
// Stage 3 of a turn: is the person at risk. Runs on every message before and above everything else.
// Stateless; any thread.

#include <optional>
#include <vector>

#include "engine/api/session.h"
#include "engine/safety/risk_cues.h"
#include "engine/safety/risk_rules.h"
#include "engine/text/utterance.h"

namespace waymark {

struct RiskAssessment {
  RiskTier tier = RiskTier::None;  // highest of the hits
  RiskCategory category = RiskCategory::Suicide;
  std::vector<RiskHit> hits;     // all of them, lowered and cancelled ones too
  SeenCues cues;                 // of the message, in a pack that has them
  std::optional<RiskLean> lean;  // of the cues
  bool with_before = false;      // it takes the words before this message to say so

  // Whether the crisis plan is due in this turn.
  [[nodiscard]] bool is_at_risk() const { return tier >= RiskTier::Indirect; }
};

// Judges this message, and what the session remembers: weak cues add up, the third counts. `atoms`
// are those of the utterance. The patterns of `left_out` are taken as not written; only trials of a
// pack's tests leave some out.
[[nodiscard]] RiskAssessment screen(const RiskRules& rules, const Utterance& utterance,
                                    const std::vector<CueAtom>& atoms, const RiskMemory& memory,
                                    const std::vector<PatternIndex>& left_out = {});

// Judges what begins in the words before a message and ends in it. `whole` are those words and then
// the message, whose first token is `begin`; `atoms` are those of `whole`. Spans are of the
// message.
[[nodiscard]] RiskAssessment screen_across(const RiskRules& rules, const Utterance& whole,
                                           const std::vector<CueAtom>& atoms, std::uint32_t begin,
                                           const std::vector<PatternIndex>& left_out = {});

}  // namespace waymark
