#pragma once
// What the stages saw and chose, put down as data for the trace. Stateless; any thread.

#include "engine/api/trace.h"
#include "engine/turn/router.h"
#include "engine/turn/understanding.h"

namespace waymark {

[[nodiscard]] Trace trace_of(const Bundle& bundle, const LocaleContent& content,
                             const Understanding& understanding, const Decision& decision);

}  // namespace waymark
