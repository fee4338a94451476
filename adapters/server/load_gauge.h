#pragma once
// Whether there is more to do than can be done, and who is asked to wait then: those who come,
// before those who are in the middle of a conversation. Any thread.
//
//   switch (load.weigh(budget.taken(), now)) { case Shedding::Nothing: ... }

#include <cstddef>
#include <cstdint>
#include <mutex>

#include "adapters/server/rate_limiter.h"
#include "adapters/server/steady_time.h"

namespace waymark {

enum class Shedding : std::uint8_t { Nothing, NewConversations, Everything };

class LoadGauge {
 public:
  // Messages of everybody together, and places for connections.
  LoadGauge(Rate in_all, std::size_t places) : rate_(in_all), places_(places) {}

  // Counts a message and says what has to wait: new conversations once three quarters of what may
  // come at once has come, or nine tenths of the places are taken; everything when nothing is left.
  [[nodiscard]] Shedding weigh(std::size_t connections, SteadyTime now);

 private:
  static constexpr std::size_t kLastPlaces = 10;    // one in so many is for going on
  static constexpr double kLastMessages = 1.0 / 4;  // so much of a burst is, too

  const Rate rate_;
  const std::size_t places_;
  std::mutex mutex_;
  TokenBucket bucket_;
};

}  // namespace waymark
