#pragma once
// Seals what a page without script carries of its talk: only with the session token that it was
// given out with can it be opened, so it cannot be put beside another conversation and is of no use
// once that token is dead. Any thread.
//
//   HistorySeal seal(session_seal);
//   std::string sealed = seal.seal(record, token);
//   auto record = seal.open(sealed, token);

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/seal/sealed_box.h"
#include "adapters/seal/session_seal.h"

namespace waymark {

// Records are padded to a multiple of this, so that the length tells little of what was said.
inline constexpr std::size_t kHistoryStepBytes = 1024;

class HistorySeal {
 public:
  // With the keys and for the site of the sessions.
  explicit HistorySeal(const SessionSeal& sessions)
      : box_(sessions.keys(), SealPurpose::History, sessions.site()) {}

  [[nodiscard]] std::string seal(std::string_view record, std::string_view token) const;

  // Nothing for everything that seal() did not give out with this token.
  [[nodiscard]] std::optional<std::string> open(std::string_view sealed,
                                                std::string_view token) const;

 private:
  SealedBox box_;
};

}  // namespace waymark
