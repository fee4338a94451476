#pragma once
// The HTTP and WebSocket server as a whole: a worker a thread, all listening at the same port. No
// Boost in this header.
//
//   auto server = Server::start(config, conversations, packs, log);
//   if (!server) return complain(server.error());
//   ... (*server)->port() ...
//   (*server)->stop();                    // or by its destructor

#include <expected>
#include <memory>
#include <string>

#include "adapters/host/bundle_holder.h"
#include "adapters/host/config.h"
#include "adapters/host/conversation_service.h"
#include "adapters/host/log.h"
#include "adapters/server/metrics.h"

namespace waymark {

class Server {
 public:
  // Listens and serves on threads of its own. What is passed must outlive the server. Fails with a
  // sentence that says what to do: the port is taken, the address is not this machine's.
  static std::expected<std::unique_ptr<Server>, std::string> start(
      const Config& config, const ConversationService& conversations, const BundleHolder& packs,
      Log& log);

  // Stops and waits, as stop() does.
  ~Server();

  // Where it listens; never 0.
  [[nodiscard]] int port() const;

  // Any thread.
  [[nodiscard]] Metrics& metrics();

  // Ends politely what is under way and waits for it, up to `drain_seconds`. One thread; once.
  void stop();

 private:
  struct Parts;
  explicit Server(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace waymark
