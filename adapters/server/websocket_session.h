#pragma once
// One visitor on a WebSocket: reads a frame, answers it, reads the next. Never two at once, so a
// client that sends faster than it reads stops itself, and a connection holds one answer at the
// most. Deadlines: a message must come within the idle time and be whole soon after its beginning,
// what is written must go out within the write time, and a quiet line is pinged so that proxies
// keep it and a dead one is found. Much that never becomes a message ends the connection.

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include "adapters/server/asio.h"
#include "adapters/server/client_address.h"
#include "adapters/server/connection_budget.h"
#include "adapters/server/connection_table.h"
#include "adapters/server/server_context.h"

namespace waymark {

using UpgradeRequest = boost::beast::http::request<boost::beast::http::string_body>;

// Everything that a session takes over from the request that opened it.
struct WebSocketOpening {
  Socket socket;
  ServerContext& context;
  ConnectionTable& table;
  ConnectionLease lease;
  AddressKey address;
};

// Accepts the upgrade and holds the conversation until it ends. The session owns itself: it lives
// as long as something is under way on its socket.
void start_websocket(WebSocketOpening opening, const UpgradeRequest& request);

}  // namespace waymark
