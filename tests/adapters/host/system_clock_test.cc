#include "adapters/host/system_clock.h"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("system clock: tells a time between two looks at the machine's") {
  const auto before = std::chrono::system_clock::now() - std::chrono::seconds(1);
  const UtcSeconds now = SystemClock().now();
  CHECK(now >= before);
  CHECK(now <= std::chrono::system_clock::now());
}

}  // namespace waymark
