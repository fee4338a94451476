#include "adapters/directory/national_grid.h"

#include <cmath>
#include <numbers>

namespace waymark {

namespace {

constexpr double kDegree = std::numbers::pi / 180;

struct Spheroid {
  double a;  // semi-axes in metres
  double b;
  [[nodiscard]] double e2() const { return 1 - b * b / (a * a); }
};
constexpr Spheroid kAiry{6377563.396, 6356256.909};
constexpr Spheroid kWgs84{6378137.0, 6356752.3142};

// The National Grid.
constexpr double kScale = 0.9996012717;
constexpr double kOriginLatitude = 49 * kDegree;
constexpr double kOriginLongitude = -2 * kDegree;
constexpr double kOriginNorthing = -100000;
constexpr double kOriginEasting = 400000;

// OSGB36 to WGS 84: metres, radians, and parts of one.
constexpr double kSecond = kDegree / 3600;
constexpr double kShiftX = 446.448, kShiftY = -125.157, kShiftZ = 542.060;
constexpr double kTurnX = 0.1502 * kSecond, kTurnY = 0.2470 * kSecond, kTurnZ = 0.8421 * kSecond;
constexpr double kGrowth = -20.4894e-6;

struct Angles {
  double latitude;  // radians
  double longitude;
};

double meridian_arc(double latitude) {
  const double n = (kAiry.a - kAiry.b) / (kAiry.a + kAiry.b);
  const double n2 = n * n;
  const double n3 = n2 * n;
  const double less = latitude - kOriginLatitude;
  const double more = latitude + kOriginLatitude;
  return kAiry.b * kScale *
         ((1 + n + 1.25 * n2 + 1.25 * n3) * less -
          (3 * n + 3 * n2 + 21.0 / 8 * n3) * std::sin(less) * std::cos(more) +
          (15.0 / 8 * n2 + 15.0 / 8 * n3) * std::sin(2 * less) * std::cos(2 * more) -
          35.0 / 24 * n3 * std::sin(3 * less) * std::cos(3 * more));
}

// The guide's annexe C.2; its Roman numerals are the terms of the two series.
Angles unproject(double easting, double northing) {
  double latitude = kOriginLatitude;
  for (int round = 0; round < 20; ++round) {
    const double rest = northing - kOriginNorthing - meridian_arc(latitude);
    latitude += rest / (kAiry.a * kScale);
    if (std::abs(rest) < 1e-5) break;
  }
  const double sin2 = std::pow(std::sin(latitude), 2);
  const double nu = kAiry.a * kScale / std::sqrt(1 - kAiry.e2() * sin2);
  const double rho = kAiry.a * kScale * (1 - kAiry.e2()) / std::pow(1 - kAiry.e2() * sin2, 1.5);
  const double eta2 = nu / rho - 1;
  const double t = std::tan(latitude);
  const double t2 = t * t;
  const double t4 = t2 * t2;
  const double sec = 1 / std::cos(latitude);
  const double vii = t / (2 * rho * nu);
  const double viii = t / (24 * rho * std::pow(nu, 3)) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2);
  const double ix = t / (720 * rho * std::pow(nu, 5)) * (61 + 90 * t2 + 45 * t4);
  const double x = sec / nu;
  const double xi = sec / (6 * std::pow(nu, 3)) * (nu / rho + 2 * t2);
  const double xii = sec / (120 * std::pow(nu, 5)) * (5 + 28 * t2 + 24 * t4);
  const double xiia = sec / (5040 * std::pow(nu, 7)) * (61 + 662 * t2 + 1320 * t4 + 720 * t4 * t2);
  const double d = easting - kOriginEasting;
  return {latitude - vii * d * d + viii * std::pow(d, 4) - ix * std::pow(d, 6),
          kOriginLongitude + x * d - xi * std::pow(d, 3) + xii * std::pow(d, 5) -
              xiia * std::pow(d, 7)};
}

// From one spheroid to the other by way of Cartesian coordinates.
Angles to_wgs84(Angles airy) {
  const double sin_latitude = std::sin(airy.latitude);
  const double nu = kAiry.a / std::sqrt(1 - kAiry.e2() * sin_latitude * sin_latitude);
  const double x = nu * std::cos(airy.latitude) * std::cos(airy.longitude);
  const double y = nu * std::cos(airy.latitude) * std::sin(airy.longitude);
  const double z = nu * (1 - kAiry.e2()) * sin_latitude;
  const double to_x = kShiftX + (1 + kGrowth) * x - kTurnZ * y + kTurnY * z;
  const double to_y = kShiftY + kTurnZ * x + (1 + kGrowth) * y - kTurnX * z;
  const double to_z = kShiftZ - kTurnY * x + kTurnX * y + (1 + kGrowth) * z;
  const double p = std::hypot(to_x, to_y);
  double latitude = std::atan2(to_z, p * (1 - kWgs84.e2()));
  for (int round = 0; round < 10; ++round) {
    const double sine = std::sin(latitude);
    const double radius = kWgs84.a / std::sqrt(1 - kWgs84.e2() * sine * sine);
    latitude = std::atan2(to_z + kWgs84.e2() * radius * sine, p);
  }
  return {latitude, std::atan2(to_y, to_x)};
}

}  // namespace

MapPoint from_national_grid(double easting, double northing) {
  const Angles angles = to_wgs84(unproject(easting, northing));
  return {angles.latitude / kDegree, angles.longitude / kDegree};
}

}  // namespace waymark
