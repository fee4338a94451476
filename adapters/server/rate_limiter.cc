#include "adapters/server/rate_limiter.h"

#include <algorithm>
#include <chrono>

namespace waymark {

double TokenBucket::level(const Rate& rate, SteadyTime now) const {
  const double minutes = std::chrono::duration<double, std::ratio<60>>(now - at_).count();
  const double refilled = std::max(0.0, minutes) * rate.per_minute;
  return rate.burst - std::max(0.0, taken_ - refilled);
}

bool TokenBucket::take(const Rate& rate, SteadyTime now) {
  const double left = level(rate, now);
  taken_ = rate.burst - left;
  at_ = now;
  if (left < 1) return false;
  taken_ += 1;
  return true;
}

RateLimiter::RateLimiter(Rate rate) : rate_(rate), groups_(kGroups) {}

bool RateLimiter::take(AddressKey key, SteadyTime now) {
  const std::scoped_lock lock(mutex_);
  Group& group = groups_[key % kGroups];
  auto entry = std::ranges::find(group, key, &Entry::key);
  if (entry == group.end()) {
    entry = std::ranges::max_element(
        group, {}, [&](const Entry& each) { return each.bucket.level(rate_, now); });
    *entry = Entry{key, {}};
  }
  return entry->bucket.take(rate_, now);
}

}  // namespace waymark
