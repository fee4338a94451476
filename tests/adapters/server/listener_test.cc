#include "adapters/server/listener.h"

#include <doctest/doctest.h>

#include "tests/fakes/loopback_client.h"
#include "tests/fakes/test_server.h"

namespace waymark {

TEST_CASE("listener: what an address means") {
  CHECK(endpoints_of("localhost", 8080)->size() == 2);
  CHECK(endpoints_of("0.0.0.0", 8080)->front().address().is_unspecified());
  CHECK(endpoints_of("::1", 8080)->front().port() == 8080);
  const auto none = endpoints_of("my.host", 8080);
  REQUIRE_FALSE(none.has_value());
  CHECK(none.error().find("my.host") != std::string::npos);
}

TEST_CASE("listener: a port that is taken is noticed") {
  asio::io_context loop;
  const auto first = listen_at(loop, {asio::ip::address_v4::loopback(), 0}, PortSharing::Alone);
  REQUIRE(first.has_value());
  const auto second = listen_at(loop, first->local_endpoint(), PortSharing::Alone);
  REQUIRE_FALSE(second.has_value());
  CHECK(second.error() == asio::error::address_in_use);
}

TEST_CASE("listener: one connection too many is told so, with whom to call") {
  Config config = fakes::test_config();
  config.connections_per_address = 1;
  const fakes::TestServer server(config);
  fakes::LoopbackClient first(server.port());
  CHECK(first.get("/health/live").starts_with("HTTP/1.1 200 "));
  fakes::LoopbackClient second(server.port());
  const std::string refused = second.get("/");
  CHECK(refused.starts_with("HTTP/1.1 503 "));
  CHECK(refused.find("01632 960 001") != std::string::npos);
  CHECK(first.get("/health/live").starts_with("HTTP/1.1 200 "));
}

}  // namespace waymark
