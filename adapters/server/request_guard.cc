#include "adapters/server/request_guard.h"

#include <algorithm>

namespace waymark {

namespace {

// Without its port; an IPv6 address keeps its brackets.
std::string_view name_of_host(std::string_view host) {
  const std::size_t colon = host.rfind(':');
  if (colon == std::string_view::npos || host.ends_with(']')) return host;
  return host.substr(0, colon);
}

bool is_same_name(std::string_view first, std::string_view second) {
  const auto lowered = [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  };
  return std::ranges::equal(first, second, {}, lowered, lowered);
}

}  // namespace

std::optional<HttpResponse> refusal_of(const FieldCounts& fields, std::string_view target) {
  if (fields.transfer_encodings > 0) {
    return plain_response(400, "Send the body whole, with its Content-Length.");
  }
  if (fields.content_lengths > 1) {
    return plain_response(400, "A request has one Content-Length.");
  }
  if (fields.hosts != 1) return plain_response(400, "A request has one Host.");
  if (fields.origins > 1) return plain_response(400, "A request has one Origin.");
  if (!target.starts_with('/')) return plain_response(400, "Ask for a path that begins with /.");
  if (target.find("token=") != std::string_view::npos) {
    return plain_response(400, "A token never stands in an address: send it in the body.");
  }
  return std::nullopt;
}

bool is_served_host(std::string_view host, const std::vector<std::string>& served) {
  const std::string_view name = name_of_host(host);
  return served.empty() || std::ranges::any_of(served, [name](const std::string& each) {
           return is_same_name(each, name);
         });
}

}  // namespace waymark
