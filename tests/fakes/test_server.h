#pragma once
// A server in this process that answers with the tea pack, at a port of its own.

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>

#include "adapters/host/conversation_service.h"
#include "adapters/server/server.h"
#include "tests/fakes/fixed_clock.h"
#include "tests/fakes/tea_pack.h"

namespace waymark::fakes {

inline Config test_config() {
  Config config;
  config.address = "127.0.0.1";
  config.port = 0;
  config.drain_seconds = 5;
  return config;
}

class TestServer {
 public:
  explicit TestServer(Config config = test_config()) : config_(std::move(config)) {
    auto started = Server::start(config_, service_, packs_, log_);
    REQUIRE(started.has_value());
    server_ = *std::move(started);
  }

  [[nodiscard]] int port() const { return server_->port(); }
  [[nodiscard]] Server& server() const { return *server_; }

 private:
  Config config_;
  FixedClock clock_;
  Log log_{clock_, [](std::string_view) {}};
  BundleHolder packs_{tea_pack()};
  SessionSeal seal_{KeyRing::generate(), SealPolicy{}};
  ConversationService service_{packs_, seal_, clock_, log_};
  std::unique_ptr<Server> server_;
};

}  // namespace waymark::fakes
