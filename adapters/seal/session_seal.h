#pragma once
// Turns the record of a conversation into the token that its visitor keeps, and back. Nobody else
// can read or change it, and it dies by itself: nothing about a visitor is stored on a server.
//
//   SessionSeal seal(KeyRing::generate(), SealPolicy{.site = "demo"});
//   std::string token = seal.seal({encode_session(session), seal.end_of_new(now)}, now);
//   if (auto opened = seal.open(token, now)) decode_session(opened->record, session);
//
// Token: a sealed box (sealed_box.h). The plaintext is a flat record, padded to one of three
// lengths so that the length says little: `version 1 | issued 8 | idle end 8 | end 8 | length 2 |
// record | zeros`, integers little-endian, times in seconds UTC. Any thread.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/seal/key_holder.h"
#include "adapters/seal/sealed_box.h"
#include "engine/api/clock.h"

namespace waymark {

struct SealPolicy {
  std::string site = "waymark";          // a token of one site is noise to another
  std::chrono::seconds idle{2 * 3600};   // a token dies when it is not used for so long
  std::chrono::seconds life{24 * 3600};  // and a conversation so long after its beginning
};

// Clocks of two nodes may differ by so much.
inline constexpr std::chrono::seconds kClockSkew{120};

struct SealedRecord {
  std::string record;  // at most kMaxSessionBytes
  UtcSeconds ends;     // when the conversation dies, used or not

  bool operator==(const SealedRecord&) const = default;
};

class SessionSeal {
 public:
  SessionSeal(KeyHolderPtr keys, SealPolicy policy);
  // With keys that nobody will renew.
  SessionSeal(KeyRing ring, SealPolicy policy);

  // When a conversation that begins now will end.
  [[nodiscard]] UtcSeconds end_of_new(UtcSeconds now) const { return now + life_; }

  // Throws std::length_error for a record that is longer than kMaxSessionBytes.
  [[nodiscard]] std::string seal(const SealedRecord& sealed, UtcSeconds now) const;

  // Nothing for every token that is not ours, whole, of this site and alive; why is not told, to
  // nobody. At most one key is tried.
  [[nodiscard]] std::optional<SealedRecord> open(std::string_view token, UtcSeconds now) const;

  // How long a token lives that is not used.
  [[nodiscard]] std::chrono::seconds idle() const { return idle_; }

  // For what is sealed beside sessions, with the same keys and for the same site.
  [[nodiscard]] const KeyHolderPtr& keys() const { return box_.keys(); }
  [[nodiscard]] const std::string& site() const { return box_.site(); }

 private:
  SealedBox box_;
  std::chrono::seconds idle_;
  std::chrono::seconds life_;
};

}  // namespace waymark
