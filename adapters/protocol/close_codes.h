#pragma once
// The numbers with which a WebSocket is closed, and whether a client should come back. Those below
// 4000 are RFC 6455's, section 7.4.1; the others are ours. PROTOCOL.md has the same table.

#include <cstdint>

namespace waymark {

enum class CloseCode : std::uint16_t {
  GoingAway = 1001,           // the server restarts: come back after a second or so
  ProtocolError = 1002,       // do not come back
  Unsupported = 1003,         // do not come back
  NotUtf8 = 1007,             // do not come back
  FrameTooLarge = 1009,       // do not come back
  IdleTooLong = 4000,         // come back when there is something to say
  TooFast = 4008,             // come back after a minute
  TooManyConnections = 4013,  // come back after some seconds
};

}  // namespace waymark
