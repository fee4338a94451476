#include "adapters/server/http_message.h"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("HTTP message: every response has the security headers") {
  const std::string head = head_of(plain_response(404, "No."), AfterResponse::KeepOpen);
  CHECK(head.starts_with("HTTP/1.1 404 Not Found\r\n"));
  for (const char* field :
       {"Content-Type: text/plain; charset=utf-8\r\n", "Content-Length: 4\r\n",
        "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n",
        "X-Content-Type-Options: nosniff\r\n", "X-Frame-Options: DENY\r\n",
        "Referrer-Policy: no-referrer\r\n", "Cache-Control: no-store\r\n",
        "Cross-Origin-Resource-Policy: same-origin\r\n"}) {
    CHECK_MESSAGE(head.find(field) != std::string::npos, field);
  }
  CHECK(head.ends_with("\r\n\r\n"));
  CHECK(head.find("Connection:") == std::string::npos);
}

TEST_CASE("HTTP message: a page may load its own things and talk to its server, nothing else") {
  const HttpResponse page{.content_type = "text/html; charset=utf-8", .body = "<p>"};
  const std::string head = head_of(page, AfterResponse::Close);
  CHECK(head.find("script-src 'self'; style-src 'self'") != std::string::npos);
  CHECK(head.find("unsafe") == std::string::npos);
  CHECK(head.find("Connection: close\r\n") != std::string::npos);
}

TEST_CASE("HTTP message: a response's own fields go before the usual ones") {
  const HttpResponse response{.status = 304,
                              .fields = "ETag: \"1\"\r\nCache-Control: no-cache\r\n"};
  const std::string head = head_of(response, AfterResponse::KeepOpen);
  CHECK(head.find("no-store") == std::string::npos);
  CHECK(head.find("Content-Length") == std::string::npos);
}

TEST_CASE("HTTP message: an asset is sent in place of a body; a path is without its query") {
  const HttpResponse response{.body = "body", .asset = "an asset"};
  CHECK(response.content() == "an asset");
  CHECK(path_of("/a?b=c?d") == "/a");
  CHECK(path_of("/") == "/");
}

}  // namespace waymark
