#include "engine/api/proof.h"

#include <utility>

#include "engine/verify/flow_check.h"
#include "engine/verify/slot_liveness.h"
#include "engine/verify/talk_walk.h"
#include "engine/verify/visitor_moves.h"

namespace waymark {

ProofReport prove(const Bundle& bundle) {
  const SlotLiveness liveness(bundle);
  const VisitorMoves moves(bundle);
  ProofReport all;
  all.findings = check_flows(bundle);
  for (const auto& content : bundle.locales) {
    TalkWalk walk(bundle, liveness, moves, stable_id(content->locale));
    walk.run();
    ProofReport report = walk.take_report();
    all.states += report.states;
    all.turns += report.turns;
    all.crises += report.crises;
    for (Diagnostic& finding : report.findings) all.findings.push_back(std::move(finding));
  }
  return all;
}

}  // namespace waymark
