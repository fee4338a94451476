#pragma once
// The secret keys that session tokens are sealed with. The first seals; all of them open, so that a
// ring can be renewed without ending conversations. Frozen after it was made; any thread.
//
//   auto ring = KeyRing::parse("1f00a2c4 <64 hex digits>\n");
//   const SealKey* key = ring->find(id);

#include <array>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace waymark {

inline constexpr std::size_t kSealKeyBytes = 32;
inline constexpr std::size_t kMaxSealKeys = 32;

// Names a key in a token; no secret.
using SealKeyId = std::array<std::uint8_t, 4>;

// One key. Its bytes are locked in memory, kept out of core dumps and wiped at the end.
class SealKey {
 public:
  // A fresh key from the system's random numbers, with a random id.
  static SealKey generate();
  SealKey(SealKeyId id, const std::array<std::uint8_t, kSealKeyBytes>& bytes);

  [[nodiscard]] const SealKeyId& id() const { return id_; }
  [[nodiscard]] const std::uint8_t* bytes() const { return bytes_.get(); }

 private:
  struct Wipe {
    void operator()(std::uint8_t* bytes) const;
  };
  SealKeyId id_;
  std::unique_ptr<std::uint8_t, Wipe> bytes_;
};

class KeyRing {
 public:
  // A ring of one fresh key: tokens then die with the process.
  static KeyRing generate();

  // Reads one key a line, newest first: 8 hex digits of id, a space, 64 hex digits of key. Blank
  // lines and lines that begin with `#` are passed over. Fails with a sentence that names the line
  // but nothing that stands in it.
  static std::expected<KeyRing, std::string> parse(std::string_view text);

  // The same as text, for a key file.
  [[nodiscard]] std::string to_text() const;

  [[nodiscard]] const SealKey& newest() const { return keys_.front(); }
  // Newest first.
  [[nodiscard]] const std::vector<SealKey>& all() const { return keys_; }
  [[nodiscard]] const SealKey* find(const SealKeyId& id) const;
  [[nodiscard]] std::size_t size() const { return keys_.size(); }

 private:
  KeyRing() = default;
  std::vector<SealKey> keys_;  // never empty
};

}  // namespace waymark
