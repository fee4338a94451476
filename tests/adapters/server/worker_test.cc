#include "adapters/server/worker.h"

#include <doctest/doctest.h>

#include <thread>

#include "tests/fakes/loopback_client.h"
#include "tests/fakes/test_server.h"

namespace waymark {

namespace {

// A worker on a thread of its own.
struct RunningWorker {
  Config config = fakes::test_config();
  fakes::FixedClock clock;
  Log log{clock, [](std::string_view) {}};
  BundleHolder packs{fakes::tea_pack()};
  SessionSeal seal{KeyRing::generate(), SealPolicy{}};
  ConversationService service{packs, seal, clock, log};
  ServerContext context{config, service, packs, log};
  Routes routes{context};
  Worker worker{context, routes};
  int port = 0;
  std::thread thread;

  RunningWorker() {
    auto acceptor =
        listen_at(worker.loop(), {asio::ip::address_v4::loopback(), 0}, PortSharing::Alone);
    REQUIRE(acceptor.has_value());
    port = acceptor->local_endpoint().port();
    worker.add_listener(*std::move(acceptor));
    thread = std::thread([this] { worker.run(); });
  }
};

}  // namespace

TEST_CASE("worker: serves until it is stopped, and then has nothing open") {
  RunningWorker running;
  fakes::LoopbackClient idle(running.port);
  CHECK(idle.get("/health/live").starts_with("HTTP/1.1 200 "));
  running.worker.stop();
  running.thread.join();
  CHECK(running.context.budget.taken() == 0);
  CHECK(idle.rest().empty());
}

TEST_CASE("worker: a WebSocket whose client never says goodbye does not hold it up") {
  RunningWorker running;
  running.config.drain_seconds = 0;
  fakes::LoopbackClient client(running.port);
  CHECK(client.upgrade().starts_with("HTTP/1.1 101 "));
  running.worker.stop();
  running.thread.join();
  CHECK(running.context.budget.taken() == 0);
}

}  // namespace waymark
