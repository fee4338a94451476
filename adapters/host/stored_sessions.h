#pragma once
// One turn of a conversation that a store keeps: fetches the token, lets the turn be taken, puts
// the new token back. Any thread; two messages of one person at once wait for each other, as far as
// this process sees both.
//
//   sessions.take_turn("rasa", sender, [&](const std::string& token) { ...; return new_token; });

#include <array>
#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "adapters/host/session_store.h"
#include "adapters/seal/session_seal.h"
#include "engine/api/clock.h"

namespace waymark {

class StoredSessions {
 public:
  // All must outlive it.
  StoredSessions(SessionStore& store, const SessionSeal& seal, const Clock& clock)
      : store_(store), seal_(seal), clock_(clock) {}

  // Gets the token that is kept, or none, and gives the one to keep; an empty one erases.
  using Turn = std::function<std::string(const std::string& token)>;

  // Throws what the store or the turn throws; what was kept then stays as it was.
  void take_turn(std::string_view channel, std::string_view sender, const Turn& turn);

 private:
  static constexpr std::size_t kLocks = 64;

  SessionStore& store_;
  const SessionSeal& seal_;
  const Clock& clock_;
  std::array<std::mutex, kLocks> locks_;
};

}  // namespace waymark
