#pragma once
// Writes server frames as JSON text by appending; every reply passes here. Any thread.

#include <string>

#include "adapters/protocol/frame.h"

namespace waymark {

// One line without line breaks, as it goes over the wire.
[[nodiscard]] std::string write_server_frame(const ServerFrame& frame);

}  // namespace waymark
