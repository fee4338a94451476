#pragma once
// Stage 3 of a turn: is the person at risk. Runs on every message before and above everything else.
// Stateless; any thread.

#include <optional>
#include <vector>

#include "engine/api/session.h"
#include "engine/safety/risk_rules.h"
#include "engine/safety/scope.h"
#include "engine/text/utterance.h"

namespace waymark {

// One rule that matched, with what became of it.
struct RiskHit {
  std::uint32_t rule = 0;
  PatternIndex pattern = 0;
  TokenSpan span;
  RiskCategory category = RiskCategory::Suicide;  // after scope
  RiskTier tier = RiskTier::None;                 // after scope; None when an idiom covers it
  Scope scope;
  std::optional<PatternIndex> cancelled_by;  // the idiom that covers it
};

struct RiskAssessment {
  RiskTier tier = RiskTier::None;  // highest of the hits
  RiskCategory category = RiskCategory::Suicide;
  std::vector<RiskHit> hits;  // all of them, lowered and cancelled ones too

  // Whether the crisis plan is due in this turn.
  [[nodiscard]] bool is_at_risk() const { return tier >= RiskTier::Indirect; }
};

// Judges this message, and what the session remembers: weak cues add up, the third counts.
[[nodiscard]] RiskAssessment screen(const RiskRules& rules, const Utterance& utterance,
                                    const RiskMemory& memory);

}  // namespace waymark
