#include "adapters/server/client_address.h"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("client address: X-Forwarded-For is believed only from trusted proxies") {
  const std::vector<std::string> trusted = {"10.0.0.1", "::1"};
  struct Row {
    const char* peer;
    const char* forwarded;
    const char* client;
  };
  for (const Row& row : {
           Row{"203.0.113.9", "", "203.0.113.9"},
           Row{"203.0.113.9", "198.51.100.7", "203.0.113.9"},
           Row{"10.0.0.1", "198.51.100.7", "198.51.100.7"},
           Row{"::ffff:10.0.0.1", "198.51.100.7", "198.51.100.7"},
           Row{"::1", "1.1.1.1, 198.51.100.7 ,10.0.0.1", "198.51.100.7"},
           Row{"10.0.0.1", "", "10.0.0.1"},
           Row{"10.0.0.1", "nonsense", "nonsense"},
       }) {
    CHECK(client_address(row.peer, row.forwarded, trusted) == row.client);
    CHECK(client_address(row.peer, row.forwarded, {}) == row.peer);
  }
}

TEST_CASE("client address: the prefix is one household's") {
  CHECK(network_prefix("192.0.2.1") != network_prefix("192.0.2.2"));
  CHECK(network_prefix("::ffff:192.0.2.1") == network_prefix("192.0.2.1"));
  CHECK(network_prefix("2001:db8:1:2::3") == network_prefix("2001:db8:1:2:9:9:9:9"));
  CHECK(network_prefix("2001:db8:1:2::3") != network_prefix("2001:db8:1:3::3"));
}

TEST_CASE("client address: which are this machine") {
  for (const char* address : {"127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"}) {
    CHECK(is_loopback(address));
  }
  for (const char* address : {"128.0.0.1", "::2", "", "localhost", "10.0.0.1"}) {
    CHECK_FALSE(is_loopback(address));
  }
}

TEST_CASE("client address: keys stay the same for a day and change then") {
  AddressKeys keys;
  const SteadyTime begin = SteadyTime{} + std::chrono::hours(100);
  const AddressKey key = keys.key_of("192.0.2.1", begin);
  CHECK(keys.key_of("192.0.2.1", begin + std::chrono::hours(23)) == key);
  CHECK(keys.key_of("192.0.2.2", begin) != key);
  CHECK(keys.key_of("192.0.2.1", begin + std::chrono::hours(24)) != key);
}

}  // namespace waymark
