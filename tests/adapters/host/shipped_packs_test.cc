#include "adapters/host/shipped_packs.h"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("shipped packs: the net, the starter and the schemas are there") {
  for (const char* name : {"safety-uk/pack.json", "starter/pack.json", "schema/pack.json"}) {
    CHECK(std::filesystem::exists(shipped_packs() / name));
  }
}

}  // namespace waymark
