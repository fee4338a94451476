#include "adapters/cli/first_turn.h"

#include <doctest/doctest.h>

#include "tests/fakes/fixed_clock.h"
#include "tests/fakes/tea_pack.h"

namespace waymark {

TEST_CASE("first turn: a message at the beginning of a conversation") {
  const LoadedPackPtr pack = fakes::tea_pack();
  const Turn turn = first_turn(*pack->bundle, "what is tea", fakes::FixedClock().now());
  CHECK(turn.trace.intent == "tea.what_is");
  CHECK(turn.session.turn == 1);
}

TEST_CASE("first turn: the best score is that of a match which counts") {
  Trace trace;
  CHECK(best_score(trace) == 0);
  MatchTrace cancelled;
  cancelled.score = 900;
  cancelled.cancelled_by = "x";
  MatchTrace counting;
  counting.score = 700;
  trace.matches = {cancelled, counting};
  CHECK(best_score(trace) == doctest::Approx(0.7));
}

}  // namespace waymark
