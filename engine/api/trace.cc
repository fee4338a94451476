#include "engine/api/trace.h"

namespace waymark {

const char* name_of(DecisionKind kind) {
  switch (kind) {
    case DecisionKind::Crisis: return "crisis";
    case DecisionKind::Command: return "command";
    case DecisionKind::Answer: return "answer";
    case DecisionKind::Resume: return "resume";
    case DecisionKind::Digress: return "digress";
    case DecisionKind::Start: return "start";
    case DecisionKind::Clarify: return "clarify";
    case DecisionKind::Fallback: return "fallback";
    case DecisionKind::Handoff: return "handoff";
    case DecisionKind::Welcome: return "welcome";
  }
  return "fallback";
}

}  // namespace waymark
