#include "adapters/server/asio.h"

#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>

namespace waymark {

std::string peer_address(const Socket& socket) {
  BoostError failed;
  const auto endpoint = socket.remote_endpoint(failed);
  return failed ? std::string() : endpoint.address().to_string();
}

void cut_off(Socket& socket) {
  BoostError ignored;
  socket.set_option(asio::socket_base::linger(true, 0), ignored);
  socket.close(ignored);
}

}  // namespace waymark
