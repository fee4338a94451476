#pragma once
// Requests that are refused before anything looks at what they want: those that two HTTP programs
// in a row could read in two ways (request smuggling), and those that carry secrets in an address.
// Any thread.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/server/http_message.h"

namespace waymark {

// How often the telling fields are there.
struct FieldCounts {
  std::size_t hosts = 0;
  std::size_t origins = 0;
  std::size_t content_lengths = 0;
  std::size_t transfer_encodings = 0;
};

// A 400 with the reason, or nothing when the request may pass. Requests with a Transfer-Encoding
// are refused whole: a frame is short and its length is known.
[[nodiscard]] std::optional<HttpResponse> refusal_of(const FieldCounts& fields,
                                                     std::string_view target);

// Whether a request that names this host (with or without a port) is meant for us. An empty list
// takes every name. It keeps away pages that point a name of their own at us (DNS rebinding).
[[nodiscard]] bool is_served_host(std::string_view host, const std::vector<std::string>& served);

}  // namespace waymark
