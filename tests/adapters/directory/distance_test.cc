#include "adapters/directory/distance.h"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("distance: between towns as maps have it") {
  const MapPoint leeds{53.80, -1.55};
  const MapPoint york{53.96, -1.08};
  const MapPoint london{51.51, -0.13};
  CHECK(miles_between(leeds, leeds) == 0);
  CHECK(miles_between(leeds, york) == doctest::Approx(22.2).epsilon(0.02));
  CHECK(miles_between(leeds, london) == doctest::Approx(169).epsilon(0.01));
  CHECK(miles_between(london, leeds) == doctest::Approx(miles_between(leeds, london)));
}

}  // namespace waymark
