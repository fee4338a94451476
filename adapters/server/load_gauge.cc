#include "adapters/server/load_gauge.h"

namespace waymark {

Shedding LoadGauge::weigh(std::size_t connections, SteadyTime now) {
  const std::scoped_lock lock(mutex_);
  const double left = bucket_.level(rate_, now);
  if (!bucket_.take(rate_, now)) return Shedding::Everything;
  const bool is_busy = left < rate_.burst * kLastMessages;
  const bool is_crowded = connections > places_ - places_ / kLastPlaces;
  return is_busy || is_crowded ? Shedding::NewConversations : Shedding::Nothing;
}

}  // namespace waymark
