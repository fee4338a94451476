#pragma once
// Seals bytes so that nobody else can read or change them, or use them for anything but what they
// were sealed for. Below the tokens and records of this folder. Any thread.
//
//   SealedBox box(keys, SealPurpose::History, "demo");
//   std::string sealed = box.seal(record, token);
//   auto record = box.open(sealed, token);
//
// Base64url of `version 1 | key id 4 | nonce 24 | ciphertext | tag 16`, XChaCha20-Poly1305 with
// purpose, version, key id, site and what it is bound to as associated data.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/seal/key_holder.h"

namespace waymark {

// What is sealed for one purpose is noise for another.
enum class SealPurpose : std::uint8_t { Session, History };

class SealedBox {
 public:
  SealedBox(KeyHolderPtr keys, SealPurpose purpose, std::string site);

  // Seals with the newest key; the length of the plaintext shows. It can be opened only together
  // with what it is `bound_to`, which may be empty.
  [[nodiscard]] std::string seal(std::string_view plaintext, std::string_view bound_to = {}) const;

  // Nothing for whatever seal() did not write for this purpose, site and binding; why is not told,
  // to nobody. At most one key is tried.
  [[nodiscard]] std::optional<std::string> open(std::string_view sealed,
                                                std::string_view bound_to = {}) const;

  [[nodiscard]] const KeyHolderPtr& keys() const { return keys_; }
  [[nodiscard]] const std::string& site() const { return site_; }

 private:
  KeyHolderPtr keys_;
  SealPurpose purpose_;
  std::string site_;
};

}  // namespace waymark
