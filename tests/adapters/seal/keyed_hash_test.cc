#include "adapters/seal/keyed_hash.h"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("keyed hash: the same under one salt, another under another") {
  const KeyedHash first;
  const KeyedHash second;
  const KeyedHash copy = first;
  CHECK(first("address") == copy("address"));
  CHECK(first("address") != first("addresS"));
  CHECK(first("address") != second("address"));
}

}  // namespace waymark
