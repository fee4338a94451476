#include "adapters/server/listener.h"

#include <sys/socket.h>

#include <boost/asio/detail/socket_option.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <chrono>
#include <optional>
#include <utility>

#include "adapters/server/http_session.h"

namespace waymark {

namespace {

using asio::ip::tcp;
using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

constexpr std::chrono::milliseconds kPause{100};

}  // namespace

std::expected<std::vector<tcp::endpoint>, std::string> endpoints_of(const std::string& address,
                                                                    int port) {
  const auto number = static_cast<asio::ip::port_type>(port);
  if (address == "localhost") {
    return std::vector<tcp::endpoint>{{asio::ip::address_v4::loopback(), number},
                                      {asio::ip::address_v6::loopback(), number}};
  }
  BoostError failed;
  const auto parsed = asio::ip::make_address(address, failed);
  if (failed) {
    return std::unexpected("address: \"" + address +
                           "\" is no IP address. Write one, 0.0.0.0 for all, or localhost.");
  }
  return std::vector<tcp::endpoint>{{parsed, number}};
}

std::expected<Acceptor, BoostError> listen_at(asio::io_context& loop, const tcp::endpoint& endpoint,
                                              PortSharing sharing) {
  Acceptor acceptor(loop);
  BoostError failed;
  acceptor.open(endpoint.protocol(), failed);
  if (!failed) acceptor.set_option(tcp::acceptor::reuse_address(true), failed);
  if (!failed && endpoint.address() == asio::ip::address_v6::loopback()) {
    acceptor.set_option(asio::ip::v6_only(true), failed);
  }
  if (!failed && sharing == PortSharing::WithOtherWorkers) {
    acceptor.set_option(ReusePort(true), failed);
  }
  if (!failed) acceptor.bind(endpoint, failed);
  if (!failed) acceptor.listen(asio::socket_base::max_listen_connections, failed);
  if (failed) return std::unexpected(failed);
  return acceptor;
}

Listener::Listener(Acceptor acceptor, ServerContext& context, const Routes& routes,
                   ConnectionTable& table)
    : acceptor_(std::move(acceptor)),
      pause_(acceptor_.get_executor()),
      context_(context),
      routes_(routes),
      table_(table) {}

void Listener::stop() {
  BoostError ignored;
  acceptor_.close(ignored);
  pause_.cancel();
}

void Listener::accept() {
  acceptor_.async_accept(
      [this](BoostError failed, Socket socket) { on_accepted(failed, std::move(socket)); });
}

void Listener::on_accepted(BoostError failed, Socket socket) {
  if (!acceptor_.is_open()) return;
  const bool is_exhausted = failed == asio::error::no_descriptors ||
                            failed == asio::error::no_memory ||
                            failed == asio::error::no_buffer_space ||
                            failed == BoostError(ENFILE, boost::system::system_category());
  if (is_exhausted) return pause();
  if (!failed) take_in(std::move(socket));
  accept();
}

void Listener::take_in(Socket socket) {
  BoostError ignored;
  socket.set_option(tcp::no_delay(true), ignored);
  std::string peer = peer_address(socket);
  // Behind a proxy of ours stand many people.
  std::optional<AddressKey> key;
  if (!is_trusted_proxy(peer, context_.config.trusted_proxies)) {
    key = context_.address_keys.key_of(peer, std::chrono::steady_clock::now());
  }
  if (key && !context_.connect_rates.take(*key, std::chrono::steady_clock::now())) {
    context_.metrics.count_refusal(Refusal::TooFast);
    return cut_off(socket);
  }
  ConnectionLease lease = context_.budget.take(key);
  if (!lease.has_place()) context_.metrics.count_refusal(Refusal::Full);
  if (lease.is_none()) return cut_off(socket);
  start_http({std::move(socket), context_, routes_, table_, std::move(lease), std::move(peer)});
}

void Listener::pause() {
  context_.log.warning(LogEvent::AcceptPaused, {{"connections", context_.budget.taken()}});
  pause_.expires_after(kPause);
  pause_.async_wait([this](BoostError failed) {
    if (!failed) accept();
  });
}

}  // namespace waymark
