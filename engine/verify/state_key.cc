#include "engine/verify/state_key.h"

#include <algorithm>

#include "engine/api/engine.h"
#include "engine/turn/fallback.h"

namespace waymark {
namespace {

// Of a deeper stack the top alone decides what comes next.
constexpr std::size_t kDepths = 3;

std::uint8_t flag(std::size_t count) { return count > 0 ? 1 : 0; }

// Whether our question is open; never at risk, at risk a moment ago (what is repeated then is the
// crisis plan), or earlier.
RiskMemory risk_of(const RiskMemory& risk) {
  RiskMemory kept;
  kept.times_shown = flag(risk.times_shown);
  if (kept.times_shown > 0) kept.turns_since = flag(risk.turns_since);
  if (risk.question == RiskQuestion::Open) kept.question = RiskQuestion::Open;
  return kept;
}

// Where an open form goes on: the number of its first question without an answer, from 1; 0 where
// no form is open.
std::size_t form_stand(const Bundle& bundle, const Session& session) {
  const auto open = bundle.graph.find(session.waiting);
  const auto* ask = open ? std::get_if<AskNode>(&bundle.graph.node(*open).body) : nullptr;
  if (ask == nullptr || !ask->form) return 0;
  const FormNode& form = std::get<FormNode>(bundle.graph.node(ask->form->form).body);
  const auto first = std::ranges::find_if(form.questions, [&session](const auto& question) {
    return !find_slot(session.slots, question.slot).has_value();
  });
  return static_cast<std::size_t>(first - form.questions.begin()) + 1;
}

// One question of a form that was left stands for all of them.
StackFrame top_of(const Bundle& bundle, const Session& session) {
  StackFrame top = session.stack.back();
  const auto node = bundle.graph.find(top.at);
  const auto* ask = node ? std::get_if<AskNode>(&bundle.graph.node(*node).body) : nullptr;
  if (ask != nullptr && ask->form) top.at = bundle.graph.node(ask->form->form).ref;
  return top;
}

}  // namespace

std::string state_key(const SlotLiveness& liveness, const Session& session) {
  Session kept;
  kept.locale = session.locale;
  kept.waiting = session.waiting;
  kept.fallbacks = static_cast<std::uint8_t>(fallback_level(liveness.bundle(), session));
  kept.risk = risk_of(session.risk);
  if (!session.stack.empty()) kept.stack.push_back(top_of(liveness.bundle(), session));
  kept.slots = liveness.live(session);
  if (!session.offered.empty()) kept.offered.push_back(1);
  kept.turn = flag(session.turn);
  std::string key = encode_session(kept);
  key.push_back(static_cast<char>(std::min(session.stack.size(), kDepths)));
  key.push_back(static_cast<char>(form_stand(liveness.bundle(), session)));
  return key;
}

}  // namespace waymark
