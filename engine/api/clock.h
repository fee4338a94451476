#pragma once
// The time of a turn is an argument: the engine has no clock of its own. Values; any thread.

#include <chrono>

namespace waymark {

// Seconds since 1970-01-01 UTC.
using UtcSeconds = std::chrono::sys_seconds;

// Where a host takes the time from; faked in tests.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual UtcSeconds now() const = 0;
};

}  // namespace waymark
