#pragma once
// One event loop on one thread, with its own listeners and connections: nothing is shared with
// other workers but what ServerContext holds. run() belongs to the worker's thread; stop() may come
// from any.

#include <atomic>
#include <chrono>
#include <memory>
#include <vector>

#include "adapters/server/asio.h"
#include "adapters/server/connection_table.h"
#include "adapters/server/listener.h"
#include "adapters/server/routes.h"
#include "adapters/server/server_context.h"

namespace waymark {

class Worker {
 public:
  Worker(ServerContext& context, const Routes& routes);

  // Before run().
  void add_listener(Acceptor acceptor);
  [[nodiscard]] asio::io_context& loop() { return loop_; }

  // Serves until stop() was called and the last connection has ended, or the time to drain is over.
  void run();

  // Takes no more connections, closes WebSockets with "going away", ends HTTP after its answer.
  void stop();

 private:
  void schedule_tick();
  void on_tick();

  ServerContext& context_;
  const Routes& routes_;
  ConnectionTable table_;  // outlives the loop, whose handlers own the connections
  asio::io_context loop_{1};
  Timer tick_;
  std::vector<std::unique_ptr<Listener>> listeners_;
  bool is_stopping_ = false;
  SteadyTime cut_at_{};  // when it is stopping
};

}  // namespace waymark
