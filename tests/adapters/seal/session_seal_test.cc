#include "adapters/seal/session_seal.h"

#include <doctest/doctest.h>

#include <set>
#include <stdexcept>

#include "adapters/seal/base64url.h"
#include "engine/api/limits.h"
#include "tests/fakes/fixed_clock.h"

namespace waymark {

namespace {

using std::chrono::hours;
using std::chrono::seconds;

constexpr const char* kKeys =
    "00000001 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n";

SessionSeal seal_of(const std::string& keys = kKeys, const std::string& site = "here") {
  return SessionSeal(*KeyRing::parse(keys),
                     SealPolicy{.site = site, .idle = hours(2), .life = hours(24)});
}

}  // namespace

TEST_CASE("session seal: a record comes back as it was, whatever its length") {
  const SessionSeal seal = seal_of();
  const UtcSeconds now = fakes::FixedClock().now();
  std::set<std::size_t> lengths;
  for (std::size_t size = 0; size <= kMaxSessionBytes; ++size) {
    const SealedRecord record{std::string(size, '\x7E'), seal.end_of_new(now)};
    const std::string token = seal.seal(record, now);
    CHECK(seal.open(token, now) == record);
    lengths.insert(token.size());
  }
  CHECK(lengths == std::set<std::size_t>{402, 743, 1426});
  CHECK_THROWS_AS((void)seal.seal({std::string(kMaxSessionBytes + 1, 'x'), now}, now),
                  std::length_error);
}

TEST_CASE("session seal: the same record never makes the same token") {
  const SessionSeal seal = seal_of();
  const UtcSeconds now = fakes::FixedClock().now();
  std::set<std::string> tokens;
  for (int count = 0; count < 1000; ++count) {
    tokens.insert(seal.seal({"same", seal.end_of_new(now)}, now));
  }
  CHECK(tokens.size() == 1000);
}

TEST_CASE("session seal: a token with any bit changed, cut or added to is refused") {
  const SessionSeal seal = seal_of();
  const UtcSeconds now = fakes::FixedClock().now();
  const std::string token = seal.seal({"record", seal.end_of_new(now)}, now);
  const std::string bytes = *decode_base64url(token);
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    std::string changed = bytes;
    changed[bit / 8] =
        static_cast<char>(static_cast<unsigned char>(changed[bit / 8]) ^ (1U << (bit % 8)));
    CHECK_FALSE(seal.open(encode_base64url(changed), now).has_value());
  }
  for (std::size_t size = 0; size < token.size(); ++size) {
    CHECK_FALSE(seal.open(token.substr(0, size), now).has_value());
  }
  CHECK_FALSE(seal.open(token + "A", now).has_value());
  CHECK_FALSE(seal.open(std::string(100'000, 'A'), now).has_value());
}

TEST_CASE("session seal: another site, key or ring cannot open it; a renewed ring can") {
  const UtcSeconds now = fakes::FixedClock().now();
  const std::string token = seal_of().seal({"record", now + hours(1)}, now);
  const std::string other_key = std::string("00000001 ") + std::string(64, 'b') + '\n';
  const std::string newer_key = std::string("00000002 ") + std::string(64, 'c') + '\n';
  CHECK_FALSE(seal_of(kKeys, "there").open(token, now).has_value());
  CHECK_FALSE(seal_of(other_key).open(token, now).has_value());
  CHECK_FALSE(seal_of(newer_key).open(token, now).has_value());
  CHECK(seal_of(newer_key + kKeys).open(token, now).has_value());
}

TEST_CASE(
    "session seal: a token dies after its idle time and its conversation's end, to the second") {
  const SessionSeal seal = seal_of();
  const UtcSeconds now = fakes::FixedClock().now();
  const std::string fresh = seal.seal({"record", seal.end_of_new(now)}, now);
  CHECK(seal.open(fresh, now + hours(2) - seconds(1)).has_value());
  CHECK_FALSE(seal.open(fresh, now + hours(2)).has_value());
  const std::string old = seal.seal({"record", now + seconds(10)}, now);
  CHECK(seal.open(old, now + seconds(9)).has_value());
  CHECK_FALSE(seal.open(old, now + seconds(10)).has_value());
}

TEST_CASE("session seal: a clock that is a little behind still opens, a far one does not") {
  const SessionSeal seal = seal_of();
  const UtcSeconds now = fakes::FixedClock().now();
  const std::string token = seal.seal({"record", seal.end_of_new(now)}, now);
  CHECK(seal.open(token, now - kClockSkew).has_value());
  CHECK_FALSE(seal.open(token, now - kClockSkew - seconds(1)).has_value());
}

}  // namespace waymark
