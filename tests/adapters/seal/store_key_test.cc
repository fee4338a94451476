#include "adapters/seal/store_key.h"

#include <doctest/doctest.h>

#include <set>

namespace waymark {

TEST_CASE("store key: the same for the same sender alone") {
  const SealKey key = SealKey::generate();
  CHECK(store_key(key, "site", "rasa", "7") == store_key(key, "site", "rasa", "7"));
  const std::set<StoreKey> keys = {
      store_key(key, "site", "rasa", "7"),  store_key(SealKey::generate(), "site", "rasa", "7"),
      store_key(key, "other", "rasa", "7"), store_key(key, "site", "sms", "7"),
      store_key(key, "site", "rasa", "8"),  store_key(key, "sit", "erasa", "7"),
      store_key(key, "site", "rasa7", ""),  store_key(key, "site", "", "rasa7")};
  CHECK(keys.size() == 8);
}

}  // namespace waymark
