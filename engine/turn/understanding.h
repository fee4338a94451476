#pragma once
// Stages 1 to 4 of a turn together: what a message says, before anything is decided. Stateless; any
// thread.

#include <string_view>
#include <vector>

#include "engine/safety/risk_screen.h"
#include "engine/turn/bundle.h"

namespace waymark {

struct Understanding {
  Utterance utterance;
  RiskAssessment risk;
  std::vector<Entity> entities;
  MatchResult match;
  std::vector<Suggestion> suggestions;  // only where no pattern was sure

  // The best match that is good enough to act on, if any.
  [[nodiscard]] const IntentMatch* best() const;
};

// A match under this score (thousandths) is not acted on.
inline constexpr std::int32_t kActOnScore = 130;

[[nodiscard]] Understanding understand(const LocaleContent& content, std::string_view bytes,
                                       const RiskMemory& memory);

}  // namespace waymark
