#pragma once
// How many connections may be open, in all and from one address. Some more get a spare seat, on
// which they are told that it is full and whom to call; the rest are closed unheard.
//
//   ConnectionLease lease = budget.take(key);           // given back when the lease ends
//   if (!lease.has_place()) say_that_it_is_full();

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

#include "adapters/server/client_address.h"

namespace waymark {

class ConnectionBudget;

// One connection's place, spare seat, or neither. Moves with the connection.
class ConnectionLease {
 public:
  ConnectionLease() = default;
  ConnectionLease(ConnectionLease&& other) noexcept { swap(other); }
  ConnectionLease& operator=(ConnectionLease&& other) noexcept {
    swap(other);
    return *this;
  }
  ~ConnectionLease();

  [[nodiscard]] bool has_place() const { return seat_ >= Seat::OpenPlace; }
  [[nodiscard]] bool is_none() const { return seat_ == Seat::None; }

 private:
  friend class ConnectionBudget;
  // An open place is one that is not counted for an address.
  enum class Seat : std::uint8_t { None, Spare, OpenPlace, Place };
  ConnectionLease(ConnectionBudget& budget, Seat seat, AddressKey key)
      : budget_(&budget), seat_(seat), key_(key) {}
  void swap(ConnectionLease& other) noexcept {
    std::swap(budget_, other.budget_);
    std::swap(seat_, other.seat_);
    std::swap(key_, other.key_);
  }

  ConnectionBudget* budget_ = nullptr;
  Seat seat_ = Seat::None;
  AddressKey key_ = 0;
};

// Any thread. Must outlive its leases.
class ConnectionBudget {
 public:
  static constexpr std::size_t kSpareSeats = 200;

  ConnectionBudget(std::size_t in_all, std::size_t per_address)
      : in_all_(in_all), per_address_(per_address) {}

  // Without a key only the connections in all are counted.
  [[nodiscard]] ConnectionLease take(std::optional<AddressKey> key);

  // Places and spare seats that are taken.
  [[nodiscard]] std::size_t taken() const;
  // Places alone; cheap enough for every message.
  [[nodiscard]] std::size_t places_taken() const { return places_.load(std::memory_order_relaxed); }

 private:
  friend class ConnectionLease;
  void give_back(ConnectionLease::Seat seat, AddressKey key);

  const std::size_t in_all_;
  const std::size_t per_address_;
  mutable std::mutex mutex_;
  std::atomic<std::size_t> places_ = 0;  // changed under the lock, read without it
  std::size_t spares_ = 0;
  std::unordered_map<AddressKey, std::size_t> by_address_;  // places; no more entries than those
};

}  // namespace waymark
