#include "adapters/seal/history_seal.h"

#include <doctest/doctest.h>

#include <set>

namespace waymark {

TEST_CASE("history seal: opens only with the token that it was given out with") {
  const SessionSeal sessions(KeyRing::generate(), SealPolicy{});
  const HistorySeal seal(sessions);
  for (const std::size_t size : {0U, 1U, 1019U, 1020U, 1021U, 16384U}) {
    const std::string record(size, '\x01');
    const std::string sealed = seal.seal(record, "token");
    CHECK(seal.open(sealed, "token") == record);
    CHECK_FALSE(seal.open(sealed, "other").has_value());
    CHECK_FALSE(seal.open(sealed.substr(1), "token").has_value());
  }
  CHECK_FALSE(seal.open("", "").has_value());
}

TEST_CASE("history seal: the length tells only how many kilobytes there are") {
  const SessionSeal sessions(KeyRing::generate(), SealPolicy{});
  const HistorySeal seal(sessions);
  std::set<std::size_t> lengths;
  for (std::size_t size = 0; size < 2000; size += 100) {
    lengths.insert(seal.seal(std::string(size, 'x'), "token").size());
  }
  CHECK(lengths.size() == 2);
}

TEST_CASE("history seal: a session's token is no history") {
  const SessionSeal sessions(KeyRing::generate(), SealPolicy{});
  const HistorySeal seal(sessions);
  const UtcSeconds now{};
  const std::string token = sessions.seal({"record", sessions.end_of_new(now)}, now);
  CHECK_FALSE(seal.open(token, "").has_value());
  CHECK_FALSE(sessions.open(seal.seal("record", ""), now).has_value());
}

}  // namespace waymark
