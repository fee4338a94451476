#pragma once
// The clock that deadlines and rates go by: it never jumps. Values; any thread.

#include <chrono>

namespace waymark {

using SteadyTime = std::chrono::steady_clock::time_point;

}  // namespace waymark
