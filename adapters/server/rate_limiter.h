#pragma once
// How fast messages may come: token buckets, one a connection and one an address. The table of
// addresses has a fixed size and is made at start, so that a flood of addresses costs no memory.
//
//   RateLimiter rates({.per_minute = 1200, .burst = 120});
//   if (!rates.take(key, now)) refuse();

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

#include "adapters/server/client_address.h"
#include "adapters/server/steady_time.h"

namespace waymark {

struct Rate {
  int per_minute = 60;
  int burst = 10;
};

// A bucket that is full at first. A value of one thread.
class TokenBucket {
 public:
  // Takes one message out; false when there is none left.
  [[nodiscard]] bool take(const Rate& rate, SteadyTime now);

  // What is in it at `now`.
  [[nodiscard]] double level(const Rate& rate, SteadyTime now) const;

 private:
  double taken_ = 0;  // below the brim, at `at_`
  SteadyTime at_{};
};

// Any thread.
class RateLimiter {
 public:
  explicit RateLimiter(Rate rate);

  [[nodiscard]] bool take(AddressKey key, SteadyTime now);

 private:
  struct Entry {
    AddressKey key = 0;
    TokenBucket bucket;
  };
  // An address has its place in one group; when that is full, it takes the place of the address
  // that was quiet for longest, which had the fullest bucket.
  static constexpr std::size_t kGroups = 16'384;
  static constexpr std::size_t kGroupSize = 4;
  using Group = std::array<Entry, kGroupSize>;

  Rate rate_;
  std::mutex mutex_;
  std::vector<Group> groups_;
};

}  // namespace waymark
