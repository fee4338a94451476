#include "adapters/server/client_address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

namespace waymark {

namespace {

constexpr std::chrono::hours kSaltLife{24};
constexpr std::size_t kPrefixBytes = 8;   // of an IPv6 address
constexpr std::size_t kMappedBytes = 12;  // ::ffff: before an IPv4 address

// 4 or 16 bytes; an IPv4 address in IPv6 clothes counts as IPv4.
std::optional<std::string> address_bytes(std::string_view address) {
  const std::string text(address);
  std::array<char, 16> bytes{};
  if (::inet_pton(AF_INET, text.c_str(), bytes.data()) == 1) return std::string(bytes.data(), 4);
  if (::inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) return std::nullopt;
  const std::string whole(bytes.data(), bytes.size());
  const std::string mapped = std::string(10, '\0') + "\xFF\xFF";
  return whole.starts_with(mapped) ? whole.substr(kMappedBytes) : whole;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

}  // namespace

bool is_trusted_proxy(std::string_view address, const std::vector<std::string>& trusted_proxies) {
  if (trusted_proxies.empty()) return false;
  const auto bytes = address_bytes(address);
  const auto is_same = [&](const std::string& each) { return address_bytes(each) == bytes; };
  return bytes && std::ranges::any_of(trusted_proxies, is_same);
}

std::string client_address(std::string_view peer, std::string_view forwarded_for,
                           const std::vector<std::string>& trusted_proxies) {
  std::string_view client = peer;
  while (is_trusted_proxy(client, trusted_proxies) && !forwarded_for.empty()) {
    const std::size_t comma = forwarded_for.rfind(',');
    const std::size_t begin = comma == std::string_view::npos ? 0 : comma + 1;
    client = trimmed(forwarded_for.substr(begin));
    forwarded_for = forwarded_for.substr(0, begin == 0 ? 0 : comma);
  }
  return std::string(client);
}

std::string network_prefix(std::string_view address) {
  const auto bytes = address_bytes(address);
  if (!bytes) return std::string(address);
  return bytes->substr(0, std::min(bytes->size(), kPrefixBytes));
}

bool is_loopback(std::string_view address) {
  const auto bytes = address_bytes(address);
  if (!bytes) return false;
  if (bytes->size() == 4) return bytes->front() == 127;
  return *bytes == std::string(15, '\0') + '\1';
}

AddressKey AddressKeys::key_of(std::string_view address, SteadyTime now) {
  const std::scoped_lock lock(mutex_);
  if (salted_ == SteadyTime{}) salted_ = now;
  if (now - salted_ >= kSaltLife) {
    hash_ = KeyedHash();
    salted_ = now;
  }
  return hash_(network_prefix(address));
}

}  // namespace waymark
