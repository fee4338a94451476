#include "adapters/server/rate_limiter.h"

#include <doctest/doctest.h>

namespace waymark {

namespace {

using std::chrono::seconds;
const SteadyTime kBegin = SteadyTime{} + std::chrono::hours(100);

}  // namespace

TEST_CASE("token bucket: a burst, then as it is refilled, never above the brim") {
  const Rate rate{.per_minute = 60, .burst = 3};
  TokenBucket bucket;
  for (int count = 0; count < 3; ++count) CHECK(bucket.take(rate, kBegin));
  CHECK_FALSE(bucket.take(rate, kBegin));
  CHECK(bucket.take(rate, kBegin + seconds(1)));
  CHECK_FALSE(bucket.take(rate, kBegin + seconds(1)));
  const SteadyTime later = kBegin + std::chrono::hours(1);
  for (int count = 0; count < 3; ++count) CHECK(bucket.take(rate, later));
  CHECK_FALSE(bucket.take(rate, later));
}

TEST_CASE("rate limiter: one address does not slow another") {
  RateLimiter rates({.per_minute = 60, .burst = 2});
  CHECK(rates.take(1, kBegin));
  CHECK(rates.take(1, kBegin));
  CHECK_FALSE(rates.take(1, kBegin));
  CHECK(rates.take(2, kBegin));
}

TEST_CASE("rate limiter: a flood of addresses does not free one that is held back") {
  RateLimiter rates({.per_minute = 60, .burst = 1});
  CHECK(rates.take(7, kBegin));
  // All in the group of 7: they take the fuller places.
  for (AddressKey key = 1; key <= 3; ++key)
    CHECK(rates.take(7 + key * 16'384, kBegin + seconds(0)));
  CHECK_FALSE(rates.take(7, kBegin));
}

}  // namespace waymark
