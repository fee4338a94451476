#include "adapters/server/request_guard.h"

namespace waymark {

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

}  // namespace waymark
