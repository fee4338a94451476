#include <doctest/doctest.h>

#include "tests/fakes/small_pack.h"

using namespace waymark;  // NOLINT

TEST_CASE("compile_pack: small") {
  const auto r = fakes::SmallPack().compile();
  for (const auto& d : r.diagnostics) MESSAGE(format_diagnostic(d));
  CHECK(r.bundle);
}
