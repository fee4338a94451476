#pragma once
// What every SessionStore does. The test of a store gives an empty one.

#include <doctest/doctest.h>

#include <chrono>

#include "adapters/host/session_store.h"

namespace waymark::fakes {

inline void check_session_store(SessionStore& store) {
  const UtcSeconds now{std::chrono::hours(24 * 365 * 56)};
  const std::chrono::seconds second(1);
  const StoreKey one{{1}};
  const StoreKey other{{2}};
  CHECK_FALSE(store.load(one, now).has_value());
  store.erase(one);  // nothing is there, and nothing is wrong with that

  store.save(one, {"first", now + second}, now);
  CHECK(store.load(one, now) == "first");
  CHECK_FALSE(store.load(other, now).has_value());

  store.save(one, {"second", now + second}, now);
  store.save(other, {"another", now + second * 10}, now);
  CHECK(store.load(one, now) == "second");
  CHECK_FALSE(store.load(one, now + second).has_value());  // expired, to the second
  CHECK(store.load(other, now + second) == "another");

  store.erase(other);
  CHECK_FALSE(store.load(other, now).has_value());
  store.save(other, {"again", now + second}, now);
  CHECK(store.load(other, now) == "again");
}

}  // namespace waymark::fakes
