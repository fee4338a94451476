#pragma once
// A number for a thing that must not be remembered itself, such as the address of a visitor: the
// same while the salt lives, and without the salt nobody can tell what it stood for. SipHash-2-4.
// Values; any thread.

#include <array>
#include <cstdint>
#include <string_view>

namespace waymark {

class KeyedHash {
 public:
  // With a fresh random salt.
  KeyedHash();

  [[nodiscard]] std::uint64_t operator()(std::string_view bytes) const;

 private:
  std::array<std::uint8_t, 16> salt_;
};

}  // namespace waymark
