#include "adapters/server/connection_budget.h"

namespace waymark {

ConnectionLease::~ConnectionLease() {
  if (budget_ != nullptr) budget_->give_back(seat_, key_);
}

ConnectionLease ConnectionBudget::take(std::optional<AddressKey> key) {
  const std::scoped_lock lock(mutex_);
  const auto of_address = key ? by_address_.find(*key) : by_address_.end();
  const std::size_t already = of_address == by_address_.end() ? 0 : of_address->second;
  if (places_ < in_all_ && already < per_address_) {
    ++places_;
    if (!key) return {*this, ConnectionLease::Seat::OpenPlace, 0};
    ++by_address_[*key];
    return {*this, ConnectionLease::Seat::Place, *key};
  }
  if (spares_ == kSpareSeats) return {};
  ++spares_;
  return {*this, ConnectionLease::Seat::Spare, 0};
}

std::size_t ConnectionBudget::taken() const {
  const std::scoped_lock lock(mutex_);
  return places_ + spares_;
}

void ConnectionBudget::give_back(ConnectionLease::Seat seat, AddressKey key) {
  if (seat == ConnectionLease::Seat::None) return;
  const std::scoped_lock lock(mutex_);
  if (seat == ConnectionLease::Seat::Spare) {
    --spares_;
    return;
  }
  --places_;
  if (seat == ConnectionLease::Seat::OpenPlace) return;
  const auto entry = by_address_.find(key);
  if (--entry->second == 0) by_address_.erase(entry);
}

}  // namespace waymark
