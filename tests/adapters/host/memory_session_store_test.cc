#include "adapters/host/memory_session_store.h"

#include <doctest/doctest.h>

#include "tests/fakes/session_store_contract.h"

namespace waymark {

TEST_CASE("memory session store: does what a store does") {
  MemorySessionStore store;
  fakes::check_session_store(store);
}

TEST_CASE("memory session store: never holds more than it may, and gives up the oldest") {
  MemorySessionStore store(3);
  const UtcSeconds now{};
  const UtcSeconds later = now + std::chrono::hours(1);
  for (std::uint8_t number = 0; number < 5; ++number) store.save({{number}}, {"x", later}, now);
  CHECK(store.size() == 3);
  CHECK_FALSE(store.load({{1}}, now).has_value());
  CHECK(store.load({{2}}, now).has_value());
  store.save({{2}}, {"y", later}, now);  // is the youngest now
  store.save({{5}}, {"x", later}, now);
  CHECK(store.load({{2}}, now) == "y");
  CHECK_FALSE(store.load({{3}}, now).has_value());
}

TEST_CASE("memory session store: what has expired makes place") {
  MemorySessionStore store(10);
  const UtcSeconds now{};
  store.save({{1}}, {"x", now + std::chrono::seconds(1)}, now);
  store.save({{2}}, {"x", now + std::chrono::seconds(1)}, now);
  store.save({{3}}, {"x", now + std::chrono::hours(1)}, now + std::chrono::seconds(1));
  CHECK(store.size() == 1);
}

}  // namespace waymark
