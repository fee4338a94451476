#include "adapters/server/http_message.h"

#include <utility>

namespace waymark {

namespace {

std::string_view reason_of(int status) {
  switch (status) {
    case 200: return "OK";
    case 204: return "No Content";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 421: return "Misdirected Request";
    case 426: return "Upgrade Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 503: return "Service Unavailable";
    default: return "Response";
  }
}

// What pages of ours may do: load their own script, style and pictures, and talk to this server.
// Nothing inline, nothing from elsewhere, no frame around them.
constexpr std::string_view kPagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'";
constexpr std::string_view kOtherPolicy = "default-src 'none'; frame-ancestors 'none'";

constexpr std::string_view kSecurityFields =
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), microphone=(), geolocation=(), interest-cohort=()\r\n";

bool has_field(const HttpResponse& response, std::string_view name) {
  return response.fields.starts_with(name) ||
         response.fields.find("\r\n" + std::string(name)) != std::string::npos;
}

}  // namespace

HttpResponse plain_response(int status, std::string sentence) {
  return {.status = status, .body = std::move(sentence) + "\n"};
}

std::string_view path_of(std::string_view target) { return target.substr(0, target.find('?')); }

std::string head_of(const HttpResponse& response, AfterResponse after) {
  std::string head = "HTTP/1.1 " + std::to_string(response.status) + ' ';
  head += reason_of(response.status);
  head += "\r\n";
  const bool has_body = response.status != 204 && response.status != 304;
  if (has_body) {
    head += "Content-Type: " + std::string(response.content_type) + "\r\n";
    head += "Content-Length: " + std::to_string(response.content().size()) + "\r\n";
  }
  if (!has_field(response, "Content-Security-Policy:")) {
    head += "Content-Security-Policy: ";
    head += response.content_type.starts_with("text/html") ? kPagePolicy : kOtherPolicy;
    head += "\r\n";
  }
  head += kSecurityFields;
  if (!has_field(response, "Referrer-Policy:")) head += "Referrer-Policy: no-referrer\r\n";
  if (response.status == 429) head += "Retry-After: 1\r\n";
  if (response.status == 503) head += "Retry-After: 5\r\n";
  if (!has_field(response, "Cache-Control:")) head += "Cache-Control: no-store\r\n";
  if (!has_field(response, "Cross-Origin-Resource-Policy:")) {
    head += "Cross-Origin-Resource-Policy: same-origin\r\n";
  }
  head += response.fields;
  head += after == AfterResponse::Close ? "Connection: close\r\n\r\n" : "\r\n";
  return head;
}

}  // namespace waymark
