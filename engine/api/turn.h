#pragma once
// What one message leads to. Values; any thread.

#include <vector>

#include "engine/api/event.h"
#include "engine/api/reply.h"
#include "engine/api/session.h"
#include "engine/api/trace.h"

namespace waymark {

struct Turn {
  Reply reply;
  Session session;            // the next state
  std::vector<Event> events;  // what led from the old state to it
  Trace trace;
};

}  // namespace waymark
