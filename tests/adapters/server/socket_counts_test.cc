#include "adapters/server/socket_counts.h"

#include <doctest/doctest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace waymark {

TEST_CASE("socket counts: what is no TCP connection counts nothing") {
  CHECK(bytes_received(-1) == 0);
  std::array<int, 2> ends{};
  REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) == 0);
  CHECK(bytes_received(ends[0]) == 0);
  ::close(ends[0]);
  ::close(ends[1]);
}

}  // namespace waymark
