#pragma once
// Reads a client's frame. One pass over the text without a tree in between; size and nesting are
// bounded while reading, so a hostile frame costs no more than an honest one. Any thread.
//
//   auto frame = read_client_frame(R"({"type":"say","id":"7","text":"what is IPT?"})");
//   if (!frame) send(write_server_frame(frame.error()));

#include <expected>
#include <string_view>

#include "adapters/protocol/frame.h"

namespace waymark {

// What the client said, or the error frame that it gets instead, with the frame's id where one
// could be read. Bytes that are not UTF-8 and halves of emoji are mended first: people's text never
// makes an error. Fails with BadJson (not JSON, nested too deep, a key twice) or BadFrame (too
// long, unknown type, a field that is missing or of the wrong kind). An optional field may also be
// null.
[[nodiscard]] std::expected<ClientFrame, ErrorFrame> read_client_frame(std::string_view json);

}  // namespace waymark
