#pragma once
// How conversation tests went, for people, for machines and for build servers. Any thread.

#include <string>
#include <string_view>

#include "engine/api/rehearsal.h"

namespace waymark {

// One failure: place and sentence, then what was expected, what came, and what of it is nearest.
[[nodiscard]] std::string failure_text(const RehearsalFailure& failure);

// All failures, then a line that sums up.
[[nodiscard]] std::string rehearsal_text(const RehearsalReport& report);

// A list with an object for each conversation.
void append_rehearsal_json(std::string& out, const RehearsalReport& report);

// JUnit's XML: a suite for each file, a case for each conversation.
[[nodiscard]] std::string rehearsal_junit(const RehearsalReport& report, std::string_view pack);

}  // namespace waymark
