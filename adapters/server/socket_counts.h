#pragma once
// What the kernel counts of a connection. Apart from asio.h, whose headers name the same things.
// Any thread.

#include <cstdint>

namespace waymark {

// Bytes that came in since the connection was opened, as far as the kernel took them; 0 when it
// cannot say.
[[nodiscard]] std::uint64_t bytes_received(int descriptor);

}  // namespace waymark
