#pragma once
// Takes connections in at one address of one worker. When the machine has no more to give (files,
// memory), it pauses instead of spinning.

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/server/asio.h"
#include "adapters/server/connection_table.h"
#include "adapters/server/routes.h"
#include "adapters/server/server_context.h"

namespace waymark {

enum class PortSharing { Alone, WithOtherWorkers };

// The endpoints that an address of the configuration means: "localhost" is both loopbacks, anything
// else is one IP address. Fails with a sentence.
[[nodiscard]] std::expected<std::vector<asio::ip::tcp::endpoint>, std::string> endpoints_of(
    const std::string& address, int port);

// An acceptor that listens at the endpoint. Fails with what the system says.
[[nodiscard]] std::expected<Acceptor, BoostError> listen_at(asio::io_context& loop,
                                                            const asio::ip::tcp::endpoint& endpoint,
                                                            PortSharing sharing);

// Used on its worker's thread.
class Listener {
 public:
  Listener(Acceptor acceptor, ServerContext& context, const Routes& routes, ConnectionTable& table);

  void start() { accept(); }
  void stop();

 private:
  void accept();
  void on_accepted(BoostError failed, Socket socket);
  void take_in(Socket socket);
  void pause();

  Acceptor acceptor_;
  Timer pause_;
  ServerContext& context_;
  const Routes& routes_;
  ConnectionTable& table_;
};

}  // namespace waymark
