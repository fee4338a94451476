#include "adapters/cli/first_turn.h"

#include <algorithm>
#include <utility>

namespace waymark {

Turn first_turn(const Bundle& bundle, std::string text, UtcSeconds now) {
  return take_turn(bundle, start_session(bundle, ""), SayMessage{TypedText(std::move(text))}, now);
}

double best_score(const Trace& trace) {
  const auto counts = [](const MatchTrace& match) { return match.cancelled_by.empty(); };
  const auto best = std::ranges::find_if(trace.matches, counts);
  return best == trace.matches.end() ? 0 : best->score / 1000.0;
}

}  // namespace waymark
