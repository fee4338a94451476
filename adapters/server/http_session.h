#pragma once
// One connection on which HTTP is spoken: reads requests one after another and answers each by the
// routes, or hands itself over to a WebSocket session. Bounded in head, body and time.

#include <string>

#include "adapters/server/asio.h"
#include "adapters/server/connection_budget.h"
#include "adapters/server/connection_table.h"
#include "adapters/server/routes.h"
#include "adapters/server/server_context.h"

namespace waymark {

inline constexpr std::size_t kMaxHttpHeadBytes = 8 * 1024;

// What a session is given by the listener.
struct HttpOpening {
  Socket socket;
  ServerContext& context;
  const Routes& routes;
  ConnectionTable& table;
  ConnectionLease lease;  // without a place: every request is answered with 503
  std::string peer;       // address
};

// Begins to read. The session owns itself: it lives as long as something is under way on its
// socket.
void start_http(HttpOpening opening);

}  // namespace waymark
