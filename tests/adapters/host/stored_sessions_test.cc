#include "adapters/host/stored_sessions.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <thread>

#include "adapters/host/memory_session_store.h"
#include "tests/fakes/fixed_clock.h"

namespace waymark {

namespace {

const std::string kOldKey = std::string("00000001 ") + std::string(64, 'a') + '\n';
const std::string kNewKey = std::string("00000002 ") + std::string(64, 'b') + '\n';

struct Shelf {
  fakes::FixedClock clock;
  std::shared_ptr<KeyHolder> keys = std::make_shared<KeyHolder>(*KeyRing::parse(kOldKey));
  SessionSeal seal{keys, SealPolicy{.site = "here", .idle = std::chrono::hours(2)}};
  MemorySessionStore store;
  StoredSessions sessions{store, seal, clock};

  // Puts `next` in the place of what is given back.
  std::string swap(const std::string& sender, const std::string& next) {
    std::string kept;
    sessions.take_turn("channel", sender, [&](const std::string& token) {
      kept = token;
      return next;
    });
    return kept;
  }
};

}  // namespace

TEST_CASE("stored sessions: each sender has a conversation, until it is erased or unused") {
  Shelf shelf;
  CHECK(shelf.swap("a", "a1").empty());
  CHECK(shelf.swap("b", "b1").empty());
  CHECK(shelf.swap("a", "a2") == "a1");
  CHECK(shelf.swap("b", "") == "b1");
  CHECK(shelf.swap("b", "").empty());
  CHECK(shelf.store.size() == 1);
  shelf.clock.move(std::chrono::hours(2));
  CHECK(shelf.swap("a", "").empty());
}

TEST_CASE("stored sessions: a renewed ring finds them, and they move to the newest key") {
  Shelf shelf;
  shelf.swap("a", "a1");
  shelf.keys->swap(*KeyRing::parse(kNewKey + kOldKey));
  CHECK(shelf.swap("a", "a2") == "a1");
  CHECK(shelf.store.size() == 1);
  shelf.keys->swap(*KeyRing::parse(kNewKey));
  CHECK(shelf.swap("a", "a3") == "a2");
}

TEST_CASE("stored sessions: a turn that fails leaves what was kept") {
  Shelf shelf;
  shelf.swap("a", "a1");
  CHECK_THROWS(shelf.sessions.take_turn(
      "channel", "a", [](const std::string&) -> std::string { throw std::runtime_error("no"); }));
  CHECK(shelf.swap("a", "a2") == "a1");
}

TEST_CASE("stored sessions: messages of one sender at once are taken one after another") {
  Shelf shelf;
  const auto add_one = [&shelf] {
    for (int count = 0; count < 200; ++count) {
      shelf.sessions.take_turn("channel", "a",
                               [](const std::string& token) { return token + "x"; });
    }
  };
  std::thread other(add_one);
  add_one();
  other.join();
  CHECK(shelf.swap("a", "").size() == 400);
}

}  // namespace waymark
