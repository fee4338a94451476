#pragma once
// A turn's trace as JSON: whole, for tools, or as the one line that `explain --jsonl` writes. Any
// thread.

#include <string>
#include <string_view>
#include <vector>

#include "engine/api/turn.h"

namespace waymark {

// {"text","intent","safety","suggestions","tier","decision","score"}; `safety` and `tier` are null
// when there is no risk. One line, without its line break.
[[nodiscard]] std::string verdict_json(std::string_view message, const Turn& turn);

// Everything that the trace holds. One line, without its line break.
[[nodiscard]] std::string trace_json(std::string_view message, const Turn& turn);

// Parts of it for other reports: appended as lists of objects.
void append_matches(std::string& out, const std::vector<MatchTrace>& matches);
void append_cues(std::string& out, const std::vector<CueTrace>& cues);

}  // namespace waymark
