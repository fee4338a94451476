#pragma once
// An HTTP request and its response as the routes see them: what counts of the one, and all of the
// other. No Boost here, so that everything a response says is tested without a socket. Values.

#include <optional>
#include <string>
#include <string_view>

namespace waymark {

// Views into the connection's buffers, good for the length of the call.
struct HttpRequest {
  std::string_view method;
  std::string_view target;  // path and query, as sent
  std::string_view host;
  std::optional<std::string_view> origin;
  std::string_view content_type;
  std::string_view accept;
  std::string_view if_none_match;
  std::string_view body;
  std::string_view client;    // the address that counts (client_address.h)
  bool is_forwarded = false;  // came through a proxy
};

struct HttpResponse {
  int status = 200;
  std::string_view content_type = "text/plain; charset=utf-8";
  std::string body = {};
  std::string_view asset = {};  // a body that lives as long as the program, in place of `body`
  std::string fields = {};      // further header lines, each with its \r\n; they go before ours

  [[nodiscard]] std::string_view content() const {
    return asset.empty() ? std::string_view(body) : asset;
  }
};

// A response of one plain sentence or a few.
[[nodiscard]] HttpResponse plain_response(int status, std::string sentence);

// The path of a target, without its query.
[[nodiscard]] std::string_view path_of(std::string_view target);

enum class AfterResponse { KeepOpen, Close };

// The head of the response, up to and with the blank line: status, the security headers that every
// response has (OWASP Secure Headers), and the response's own.
[[nodiscard]] std::string head_of(const HttpResponse& response, AfterResponse after);

}  // namespace waymark
