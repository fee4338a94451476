#include "adapters/server/websocket_session.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/fakes/loopback_client.h"
#include "tests/fakes/test_server.h"

namespace waymark {

namespace {

using fakes::LoopbackClient;

std::string say(int id, const std::string& text) {
  return R"({"type":"say","id":")" + std::to_string(id) + R"(","text":")" + text + "\"}";
}

bool holds(const std::string& frame, std::string_view part) {
  return frame.find(part) != std::string::npos;
}

// A client whose WebSocket is open.
struct Visitor : LoopbackClient {
  explicit Visitor(const fakes::TestServer& server) : LoopbackClient(server.port()) {
    REQUIRE(upgrade().starts_with("HTTP/1.1 101 "));
  }
};

}  // namespace

TEST_CASE("WebSocket session: the subprotocol is ours when one is asked for") {
  const fakes::TestServer server;
  LoopbackClient asking(server.port());
  CHECK(holds(asking.upgrade(), "Sec-WebSocket-Protocol: waymark.v1\r\n"));
  LoopbackClient silent(server.port());
  CHECK_FALSE(holds(silent.upgrade(""), "Sec-WebSocket-Protocol"));
}

TEST_CASE("WebSocket session: compression is never agreed") {
  const fakes::TestServer server;
  LoopbackClient client(server.port());
  CHECK_FALSE(holds(client.upgrade("Sec-WebSocket-Extensions: permessage-deflate\r\n"), "deflate"));
}

TEST_CASE("WebSocket session: a conversation, with its errors in between") {
  const fakes::TestServer server;
  Visitor visitor(server);
  CHECK(holds(visitor.ask(R"({"type":"start"})"), "Hello."));
  CHECK(holds(visitor.ask(say(1, "what is tea")), R"("id":"1","turn":1)"));
  CHECK(holds(visitor.ask("{"), "bad_json"));
  CHECK(holds(visitor.ask(R"({"type":"sing"})"), "bad_frame"));
  visitor.send_frame(LoopbackClient::Binary, "{}");
  CHECK(holds(visitor.next_frame().payload, "bad_encoding"));
  CHECK(holds(visitor.ask(say(2, "i want to die")), R"("safety":true)"));
  CHECK(holds(visitor.ask(say(2, "i want to die")), R"("turn":2)"));
}

TEST_CASE("WebSocket session: a ping is answered") {
  const fakes::TestServer server;
  Visitor visitor(server);
  visitor.send_frame(LoopbackClient::Ping, "x");
  const auto pong = visitor.next_frame();
  CHECK(pong.opcode == LoopbackClient::Pong);
  CHECK(pong.payload == "x");
}

TEST_CASE("WebSocket session: broken text and frames too large end it with their codes") {
  const fakes::TestServer server;
  Visitor broken(server);
  broken.send_frame(LoopbackClient::Text, "\xFF\xFE");
  CHECK(broken.next_frame().close_code() == 1007);
  Visitor large(server);
  large.send_frame(LoopbackClient::Text, std::string(60'000, 'a'));
  CHECK(large.next_frame().close_code() == 1009);
}

TEST_CASE("WebSocket session: too fast is said, and too fast for too long ends it") {
  Config config = fakes::test_config();
  config.messages_per_minute = 1;
  config.message_burst = 2;
  const fakes::TestServer server(config);
  Visitor visitor(server);
  CHECK(holds(visitor.ask(say(1, "what is tea")), "Tea is leaves"));
  CHECK(holds(visitor.ask(say(2, "what is tea")), "reply"));
  for (int id = 3; id < 23; ++id) CHECK(holds(visitor.ask(say(id, "what is tea")), "too_fast"));
  CHECK(visitor.next_frame().close_code() == 4008);
}

TEST_CASE("WebSocket session: silence for too long ends it") {
  Config config = fakes::test_config();
  config.idle_seconds = 1;
  const fakes::TestServer server(config);
  Visitor visitor(server);
  CHECK(holds(visitor.ask(R"({"type":"start"})"), "Hello."));
  CHECK(visitor.next_frame().close_code() == 4000);
}

TEST_CASE("WebSocket session: where there is no place it is opened only to say so") {
  Config config = fakes::test_config();
  config.connections = 1;
  const fakes::TestServer server(config);
  Visitor first(server);
  Visitor second(server);
  CHECK(second.next_frame().close_code() == 4013);
  CHECK(holds(first.ask(R"({"type":"start"})"), "Hello."));
}

TEST_CASE("WebSocket session: a client that sends and never reads is cut off") {
  Config config = fakes::test_config();
  config.write_seconds = 1;
  config.messages_per_minute = 100'000'000;
  config.message_burst = 1'000'000;
  config.messages_per_minute_per_address = 100'000'000;
  const fakes::TestServer server(config);
  Visitor visitor(server);
  // More answers than the buffers between the two hold; sending ends when the server cuts us off.
  for (int id = 0; id < 200'000; ++id) {
    if (!visitor.send_frame(LoopbackClient::Text, say(id, "what is tea"))) break;
  }
  CHECK(holds(LoopbackClient(server.port()).get("/metrics"), R"(refused_total{reason="late"} 1)"));
}

}  // namespace waymark
