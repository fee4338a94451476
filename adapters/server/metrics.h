#pragma once
// What a running server counts, in Prometheus text form (version 0.0.4). Counts only: no label
// comes from what anybody typed, from an address or from a token. Any thread; a count costs an
// atomic add.

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include "adapters/host/conversation_service.h"
#include "adapters/protocol/frame.h"

namespace waymark {

// Why a connection or request was turned away.
enum class Refusal : std::uint8_t { Origin, Full, TooFast, Late, BadRequest, Busy };
inline constexpr std::size_t kRefusals = 6;

[[nodiscard]] const char* name_of(Refusal refusal);

class Metrics {
 public:
  // An answer, and how long it took to work out.
  void count_answer(const Answer& answer, std::chrono::nanoseconds taken);
  void count_response(int status);
  void count_refusal(Refusal refusal) { add(refusals_[static_cast<std::size_t>(refusal)]); }
  void count_reload(bool is_good) { add(reloads_[is_good ? 1 : 0]); }
  void websocket_opened() { add(websockets_opened_); }
  void websocket_closed() { add(websockets_closed_); }

  // `connections` are open now.
  [[nodiscard]] std::string text(std::size_t connections) const;

 private:
  using Counter = std::atomic<std::uint64_t>;
  static void add(Counter& counter, std::uint64_t by = 1) {
    counter.fetch_add(by, std::memory_order_relaxed);
  }

  static constexpr std::size_t kDecisions = static_cast<std::size_t>(DecisionKind::Welcome) + 1;
  static constexpr std::size_t kStatusClasses = 6;  // 1xx to 5xx by their first digit
  // The upper ends of the histogram, in seconds.
  static constexpr std::array kTurnSeconds = {0.00005, 0.0001, 0.00025, 0.0005, 0.001,
                                              0.0025,  0.01,   0.05,    0.25};

  std::array<Counter, kDecisions> turns_{};
  std::array<Counter, kErrorCodes> errors_{};
  std::array<Counter, kRefusals> refusals_{};
  std::array<Counter, kStatusClasses> responses_{};
  std::array<Counter, 2> reloads_{};
  std::array<Counter, 2> tokens_{};  // refused, opened
  std::array<Counter, kTurnSeconds.size() + 1> turn_buckets_{};
  Counter turn_nanoseconds_{};
  Counter slow_turns_{};
  Counter websockets_opened_{};
  Counter websockets_closed_{};
};

}  // namespace waymark
