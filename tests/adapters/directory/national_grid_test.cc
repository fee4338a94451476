#include "adapters/directory/national_grid.h"

#include <doctest/doctest.h>

#include "adapters/directory/distance.h"

namespace waymark {

TEST_CASE(
    "national grid: the worked example of the Ordnance Survey's guide, to about five metres") {
  constexpr double kEightMetresInMiles = 0.005;
  const MapPoint at = from_national_grid(651409.903, 313177.270);
  CHECK(miles_between(at, {52.657977, 1.716038}) < kEightMetresInMiles);
}

TEST_CASE("national grid: landmarks all over, as well as their grid references were read") {
  struct Case {
    double easting, northing;
    MapPoint at;
  };
  const Case cases[] = {
      {538890, 177320, {51.477928, -0.001401}},  // Greenwich
      {216666, 771288, {56.796851, -5.003507}},  // Ben Nevis
      {260985, 354370, {53.068509, -4.076274}},  // Snowdon
  };
  constexpr double kTwentyMetresInMiles = 0.0125;
  for (const Case& test : cases) {
    const MapPoint at = from_national_grid(test.easting, test.northing);
    CAPTURE(at.latitude);
    CAPTURE(at.longitude);
    CHECK(miles_between(at, test.at) < kTwentyMetresInMiles);
  }
}

}  // namespace waymark
