#include "adapters/directory/distance.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace waymark {

namespace {

constexpr double kEarthMiles = 3958.761;  // mean radius (IUGG), 6371.0088 km

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

}  // namespace

double miles_between(MapPoint one, MapPoint other) {
  const double north = std::sin(radians(other.latitude - one.latitude) / 2);
  const double east = std::sin(radians(other.longitude - one.longitude) / 2);
  const double a = north * north + std::cos(radians(one.latitude)) *
                                       std::cos(radians(other.latitude)) * east * east;
  return 2 * kEarthMiles * std::asin(std::sqrt(std::clamp(a, 0.0, 1.0)));
}

}  // namespace waymark
