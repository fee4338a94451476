#include "adapters/server/server.h"

#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "adapters/server/listener.h"
#include "adapters/server/routes.h"
#include "adapters/server/server_context.h"
#include "adapters/server/worker.h"

namespace waymark {

namespace {

using asio::ip::tcp;

std::string listen_problem(const tcp::endpoint& endpoint, BoostError failed) {
  const std::string port = std::to_string(endpoint.port());
  if (failed == asio::error::address_in_use) {
    return "Port " + port + " is taken by another program. Choose another with --port, or 0.";
  }
  if (failed == asio::error::access_denied) {
    return "Port " + port + " is not for this user. Choose one above 1023 with --port.";
  }
  return "I cannot listen at " + endpoint.address().to_string() + " port " + port + ": " +
         failed.message() + ". Check the address.";
}

// A machine without IPv6 has no ::1; "localhost" is 127.0.0.1 there.
bool may_be_missing(const tcp::endpoint& endpoint, BoostError failed) {
  return endpoint.address() == asio::ip::address_v6::loopback() &&
         (failed == asio::error::address_family_not_supported ||
          failed == boost::system::errc::address_not_available);
}

}  // namespace

struct Server::Parts {
  Parts(const Config& config, const ConversationService& conversations, const BundleHolder& packs,
        Log& log)
      : context(config, conversations, packs, log), routes(context) {}

  ServerContext context;
  Routes routes;
  std::vector<std::unique_ptr<Worker>> workers;
  std::vector<std::thread> threads;
  std::uint16_t port = 0;

  // All workers listen at one endpoint; with port 0 the first one's free port counts for all. Gives
  // a sentence when it cannot be.
  std::optional<std::string> listen(tcp::endpoint endpoint) {
    const PortSharing sharing =
        workers.size() > 1 ? PortSharing::WithOtherWorkers : PortSharing::Alone;
    if (sharing == PortSharing::WithOtherWorkers && endpoint.port() != 0) {
      // Shared ports are shared with any program of this user: first see that there is none.
      const auto probe = listen_at(workers.front()->loop(), endpoint, PortSharing::Alone);
      if (!probe && !may_be_missing(endpoint, probe.error())) {
        return listen_problem(endpoint, probe.error());
      }
    }
    for (const auto& worker : workers) {
      auto acceptor = listen_at(worker->loop(), endpoint, sharing);
      if (!acceptor && may_be_missing(endpoint, acceptor.error())) return std::nullopt;
      if (!acceptor) return listen_problem(endpoint, acceptor.error());
      endpoint.port(acceptor->local_endpoint().port());
      port = endpoint.port();
      worker->add_listener(*std::move(acceptor));
    }
    return std::nullopt;
  }
};

std::expected<std::unique_ptr<Server>, std::string> Server::start(
    const Config& config, const ConversationService& conversations, const BundleHolder& packs,
    Log& log) {
  const auto endpoints = endpoints_of(config.address, config.port);
  if (!endpoints) return std::unexpected(endpoints.error());
  auto parts = std::make_unique<Parts>(config, conversations, packs, log);
  for (int number = 0; number < config.threads; ++number) {
    parts->workers.push_back(std::make_unique<Worker>(parts->context, parts->routes));
  }
  for (tcp::endpoint endpoint : *endpoints) {
    if (parts->port != 0) endpoint.port(parts->port);
    if (auto problem = parts->listen(endpoint)) return std::unexpected(*std::move(problem));
  }
  for (const auto& worker : parts->workers) {
    parts->threads.emplace_back([&worker = *worker] { worker.run(); });
  }
  log.info(LogEvent::Listening, {{"port", parts->port}, {"threads", config.threads}});
  return std::unique_ptr<Server>(new Server(std::move(parts)));
}

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Server::~Server() { stop(); }

int Server::port() const { return parts_->port; }

Metrics& Server::metrics() { return parts_->context.metrics; }

void Server::stop() {
  if (parts_->context.is_draining.exchange(true)) return;
  for (const auto& worker : parts_->workers) worker->stop();
  for (std::thread& thread : parts_->threads) thread.join();
}

}  // namespace waymark
