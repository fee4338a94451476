#pragma once
// What the stages saw and chose, put down as data for the trace. Stateless; any thread.

#include <cstddef>
#include <vector>

#include "engine/api/trace.h"
#include "engine/turn/router.h"
#include "engine/turn/understanding.h"

namespace waymark {

[[nodiscard]] Trace trace_of(const Bundle& bundle, const LocaleContent& content,
                             const Understanding& understanding, const Decision& decision);

// Cues of a message with their places in it.
[[nodiscard]] std::vector<CueTrace> cue_traces(const Understanding& understanding,
                                               const std::vector<CueShare>& shares);

// How many cues a trace shows.
inline constexpr std::size_t kCuesShown = 8;

}  // namespace waymark
