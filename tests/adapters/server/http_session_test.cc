#include "adapters/server/http_session.h"

#include <doctest/doctest.h>

#include "tests/fakes/loopback_client.h"
#include "tests/fakes/test_server.h"

namespace waymark {

namespace {

constexpr const char* kSay = R"({"type":"say","id":"1","text":"what is tea"})";

// The answer to a request, up to the end of the connection.
std::string answer_to(const fakes::TestServer& server, std::string_view request) {
  fakes::LoopbackClient client(server.port());
  client.send(request);
  return client.rest();
}

}  // namespace

TEST_CASE("HTTP session: several requests on one connection") {
  const fakes::TestServer server;
  fakes::LoopbackClient client(server.port());
  CHECK(client.get("/health/live").ends_with(R"({"status":"ok"})"));
  CHECK(client.post("/api/v1/turn", kSay).find("Tea is leaves") != std::string::npos);
  CHECK(client.get("/nothing").starts_with("HTTP/1.1 404 "));
  client.send(
      "HEAD / HTTP/1.1\r\nHost: test\r\n\r\nGET /health/ready HTTP/1.1\r\nHost: test\r\n"
      "Connection: close\r\n\r\n");
  const std::string both = client.rest();
  CHECK(both.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/html"));
  CHECK(both.find("<html") == std::string::npos);
  CHECK(both.ends_with(R"({"status":"ok"})"));
}

TEST_CASE("HTTP session: what is refused before the routes see it, and the connection ended") {
  const fakes::TestServer server;
  struct Row {
    std::string request;
    const char* status;
  };
  const std::string line = "POST /api/v1/turn HTTP/1.1\r\n";
  for (const Row& row : {
           Row{"nonsense\r\n\r\n", "400"},
           Row{"GET / HTTP/1.1\r\n\r\n", "400"},
           Row{"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "400"},
           Row{line + "Host: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400"},
           Row{line + "Host: a\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\n{}", "400"},
           Row{line + "Host: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}", "400"},
           Row{line + "Host: a\r\nContent-Length: +2\r\n\r\n{}", "400"},
           Row{line + "Host: a\r\nOrigin: http://a\r\nOrigin: http://a\r\n\r\n", "400"},
           Row{"GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", "400"},
           Row{"GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(9000, 'x') + "\r\n\r\n", "431"},
           Row{line + "Host: a\r\nContent-Length: 100000\r\n\r\n" + std::string(100'000, ' '),
               "413"},
       }) {
    const std::string answer = answer_to(server, row.request);
    CHECK_MESSAGE(answer.starts_with(std::string("HTTP/1.1 ") + row.status), answer);
    CHECK(answer.find("Connection: close\r\n") != std::string::npos);
    CHECK(answer.rfind("HTTP/1.1 ") == 0);
  }
}

TEST_CASE("HTTP session: HTTP/1.0 is answered and closed") {
  const fakes::TestServer server;
  const std::string answer =
      answer_to(server, "GET /health/live HTTP/1.0\r\nHost: a\r\nConnection: keep-alive\r\n\r\n");
  CHECK(answer.find("Connection: close\r\n") != std::string::npos);
  CHECK(answer.ends_with(R"({"status":"ok"})"));
}

TEST_CASE("HTTP session: a client that does not finish its request is dropped") {
  Config config = fakes::test_config();
  config.handshake_seconds = 1;
  const fakes::TestServer server(config);
  CHECK(answer_to(server, "GET / HTTP/1.1\r\nHost: a\r\nX: ").empty());
  CHECK(answer_to(server, "POST /api/v1/turn HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{")
            .empty());
}

TEST_CASE("HTTP session: the upgrade is for one path, without a query, from allowed pages") {
  const fakes::TestServer server;
  struct Row {
    const char* path;
    const char* fields;
    const char* status;
  };
  for (const Row& row :
       {Row{"/ws", "", "101"}, Row{"/ws", "Origin: http://test\r\n", "101"},
        Row{"/ws", "Origin: null\r\n", "403"}, Row{"/ws", "Origin: http://evil.example\r\n", "403"},
        Row{"/ws?token=secret", "", "400"}, Row{"/other", "", "404"}}) {
    fakes::LoopbackClient client(server.port());
    const std::string answer = client.upgrade(row.fields, row.path);
    CHECK_MESSAGE(answer.starts_with(std::string("HTTP/1.1 ") + row.status), answer);
  }
}

}  // namespace waymark
