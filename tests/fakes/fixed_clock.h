#pragma once
// A clock that stands still until it is moved.

#include <chrono>

#include "engine/api/clock.h"

namespace waymark::fakes {

class FixedClock : public Clock {
 public:
  [[nodiscard]] UtcSeconds now() const override { return now_; }
  void move(std::chrono::seconds by) { now_ += by; }

 private:
  UtcSeconds now_ =
      std::chrono::sys_days(std::chrono::year{2026} / 11 / 23) + std::chrono::hours(9);
};

}  // namespace waymark::fakes
