#pragma once
// What a pack's flows show without a talk: intents that nothing takes, and calls that go round.
// Stateless; any thread.

#include <vector>

#include "engine/api/diagnostic.h"
#include "engine/turn/bundle.h"

namespace waymark {

// WM816 and WM817.
[[nodiscard]] std::vector<Diagnostic> check_flows(const Bundle& bundle);

}  // namespace waymark
