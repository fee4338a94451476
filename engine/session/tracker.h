#pragma once
// Stage 8 of a turn: events become the next session, and nothing else changes one. Keeps every
// bound of a session. Stateless; any thread.

#include "engine/api/event.h"
#include "engine/api/session.h"

namespace waymark {

void apply_event(Session& session, const Event& event);

}  // namespace waymark
