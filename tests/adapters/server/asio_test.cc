#include "adapters/server/asio.h"

#include <doctest/doctest.h>

#include "tests/fakes/loopback_client.h"

namespace waymark {

TEST_CASE("sockets: the address at the other end, and a client that is cut off") {
  asio::io_context loop;
  Acceptor acceptor(loop, {asio::ip::address_v4::loopback(), 0});
  fakes::LoopbackClient client(acceptor.local_endpoint().port());
  Socket socket = acceptor.accept();
  CHECK(peer_address(socket) == "127.0.0.1");
  cut_off(socket);
  CHECK_FALSE(socket.is_open());
  CHECK(peer_address(socket).empty());
  CHECK(client.rest().empty());
}

}  // namespace waymark
