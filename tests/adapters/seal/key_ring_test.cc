#include "adapters/seal/key_ring.h"

#include <doctest/doctest.h>

namespace waymark {

namespace {

std::string key_line(const std::string& id, char digit) {
  return id + ' ' + std::string(64, digit) + '\n';
}

}  // namespace

TEST_CASE("key ring: a fresh ring has one key, and no two are the same") {
  const KeyRing first = KeyRing::generate();
  const KeyRing second = KeyRing::generate();
  CHECK(first.size() == 1);
  CHECK(first.to_text() != second.to_text());
}

TEST_CASE("key ring: what is written is read back, the newest first") {
  const std::string text = key_line("00000001", 'a') + "\n# older\n" + key_line("00000002", 'b');
  const auto ring = KeyRing::parse(text);
  REQUIRE(ring.has_value());
  CHECK(ring->size() == 2);
  CHECK(ring->newest().id() == SealKeyId{0, 0, 0, 1});
  REQUIRE(ring->find({0, 0, 0, 2}) != nullptr);
  CHECK(ring->find({0, 0, 0, 2})->bytes()[31] == 0xBB);
  CHECK(ring->find({9, 9, 9, 9}) == nullptr);
  CHECK(KeyRing::parse(ring->to_text())->to_text() == ring->to_text());
}

TEST_CASE("key ring: a text that is none names the line and nothing in it") {
  const std::string good = key_line("00000001", 'a');
  std::string many;
  for (int number = 100; number < 133; ++number) {
    many += key_line("00000" + std::to_string(number), 'a');
  }
  for (const std::string& text :
       {std::string(), std::string("# nothing\n"), std::string("secret\n"),
        good + key_line("00000001", 'b'), good + "0000000g " + good.substr(9),
        good + good.substr(0, 60) + "\n", many}) {
    const auto ring = KeyRing::parse(text);
    REQUIRE_FALSE(ring.has_value());
    CHECK(ring.error().find("secret") == std::string::npos);
    CHECK(ring.error().find("aaaa") == std::string::npos);
  }
  CHECK(KeyRing::parse(good + "x\n").error().starts_with("line 2 "));
}

}  // namespace waymark
