#include "adapters/server/server.h"

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

#include "tests/fakes/loopback_client.h"
#include "tests/fakes/test_server.h"

namespace waymark {

TEST_CASE("server: stopping tells WebSockets to come back, and is done when they left") {
  fakes::TestServer server;
  fakes::LoopbackClient visitor(server.port());
  CHECK(visitor.upgrade().starts_with("HTTP/1.1 101 "));
  std::thread stopper([&server] { server.server().stop(); });
  const auto told = visitor.next_frame();
  CHECK(told.close_code() == 1001);
  visitor.send_frame(fakes::LoopbackClient::Close, told.payload);
  stopper.join();
}

TEST_CASE("server: several event loops share a port and answer alike") {
  Config config = fakes::test_config();
  config.threads = 3;
  const fakes::TestServer server(config);
  std::vector<std::thread> visitors;
  std::atomic<int> answered = 0;
  for (int number = 0; number < 8; ++number) {
    visitors.emplace_back([&] {
      fakes::LoopbackClient visitor(server.port());
      visitor.upgrade();
      for (int turn = 1; turn <= 5; ++turn) {
        const std::string id = std::to_string(turn);
        const std::string answer =
            visitor.ask(R"({"type":"say","id":")" + id + R"(","text":"what is tea"})");
        if (answer.find("\"turn\":" + id) != std::string::npos) ++answered;
      }
    });
  }
  for (std::thread& visitor : visitors) visitor.join();
  CHECK(answered == 40);
}

TEST_CASE("server: a port that is taken is refused with the remedy, shared or not") {
  const fakes::TestServer first;
  for (const int threads : {1, 2}) {
    fakes::FixedClock clock;
    Log log(clock, [](std::string_view) {});
    const BundleHolder packs(fakes::tea_pack());
    const SessionSeal seal(KeyRing::generate(), SealPolicy{});
    const ConversationService service(packs, seal, clock, log);
    Config config = fakes::test_config();
    config.port = first.port();
    config.threads = threads;
    const auto second = Server::start(config, service, packs, log);
    REQUIRE_FALSE(second.has_value());
    CHECK(second.error().find("--port") != std::string::npos);
  }
}

}  // namespace waymark
