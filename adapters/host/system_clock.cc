#include "adapters/host/system_clock.h"

#include <chrono>

namespace waymark {

UtcSeconds SystemClock::now() const {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace waymark
