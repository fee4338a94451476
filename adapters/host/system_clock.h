#pragma once
// The clock of the machine, for everything but tests. Any thread.

#include "engine/api/clock.h"

namespace waymark {

class SystemClock : public Clock {
 public:
  [[nodiscard]] UtcSeconds now() const override;
};

}  // namespace waymark
