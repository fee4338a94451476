#include "engine/verify/state_key.h"

#include "engine/api/engine.h"

namespace waymark {
namespace {

std::uint8_t flag(std::size_t count) { return count > 0 ? 1 : 0; }

// Never at risk, at risk a moment ago (what is repeated then is the crisis plan), or earlier.
RiskMemory risk_of(const RiskMemory& risk) {
  RiskMemory kept;
  kept.times_shown = flag(risk.times_shown);
  if (kept.times_shown > 0) kept.turns_since = flag(risk.turns_since);
  return kept;
}

}  // namespace

std::string state_key(const SlotLiveness& liveness, const Session& session) {
  Session kept;
  kept.locale = session.locale;
  kept.waiting = session.waiting;
  kept.fallbacks = flag(session.fallbacks);
  kept.risk = risk_of(session.risk);
  if (!session.stack.empty()) kept.stack.push_back(session.stack.back());
  kept.slots = liveness.live(session);
  if (!session.offered.empty()) kept.offered.push_back(1);
  kept.turn = flag(session.turn);
  std::string key = encode_session(kept);
  key.push_back(static_cast<char>(session.stack.size()));
  return key;
}

}  // namespace waymark
