#pragma once
// The name under which a store keeps the conversation of somebody who cannot hold a token. Without
// the key nobody can tell whose it is, or whether it is there; when the key is destroyed the name
// says nothing any more. Keyed BLAKE2b, 256 bits. Any thread.
//
//   StoreKey key = store_key(ring->newest(), "demo", "rasa", sender);

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

#include "adapters/seal/key_ring.h"

namespace waymark {

struct StoreKey {
  std::array<std::uint8_t, 32> bytes{};

  auto operator<=>(const StoreKey&) const = default;
};

// `channel` is a word of ours, `sender` whatever the channel calls the person.
[[nodiscard]] StoreKey store_key(const SealKey& key, std::string_view site,
                                 std::string_view channel, std::string_view sender);

}  // namespace waymark

// Its bytes are a hash already.
template <>
struct std::hash<waymark::StoreKey> {
  std::size_t operator()(const waymark::StoreKey& key) const noexcept {
    std::size_t value = 0;
    for (std::size_t at = 0; at < sizeof(value); ++at) value = value << 8U | key.bytes[at];
    return value;
  }
};
