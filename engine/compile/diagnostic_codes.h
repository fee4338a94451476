#pragma once
// Every code that a check of a pack can report. Content that refers to a code (a control of a
// hazard) is held against this list; dialogs/DIAGNOSTICS.md explains each. Stateless; any thread.

#include <string_view>

namespace waymark {

[[nodiscard]] bool is_diagnostic_code(std::string_view code);

}  // namespace waymark
