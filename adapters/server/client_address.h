#pragma once
// Who is at the other end, as far as limits need to know: a network prefix, and of that only a
// salted hash which changes daily. No address is kept, logged or counted. Any thread.

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/seal/keyed_hash.h"
#include "adapters/server/steady_time.h"

namespace waymark {

// Stands for a network prefix during one day.
using AddressKey = std::uint64_t;

// The address that counts: the peer's, or, when the peer is a trusted proxy, the last address of
// its X-Forwarded-For that is not itself a trusted proxy.
[[nodiscard]] std::string client_address(std::string_view peer, std::string_view forwarded_for,
                                         const std::vector<std::string>& trusted_proxies);

[[nodiscard]] bool is_trusted_proxy(std::string_view address,
                                    const std::vector<std::string>& trusted_proxies);

// The part of an address that one household or office has: IPv4 whole, IPv6 its first 64 bits. As
// bytes; a text that is no address is its own prefix.
[[nodiscard]] std::string network_prefix(std::string_view address);

[[nodiscard]] bool is_loopback(std::string_view address);

// Makes the keys; a new salt each day.
class AddressKeys {
 public:
  [[nodiscard]] AddressKey key_of(std::string_view address, SteadyTime now);

 private:
  std::mutex mutex_;
  KeyedHash hash_;
  SteadyTime salted_{};
};

}  // namespace waymark
