#pragma once
// Points of the Ordnance Survey's National Grid in degrees. Pure; any thread.

#include "engine/api/directory.h"

namespace waymark {

// Metres east and north of the grid's false origin to WGS 84, by the formulas and constants of "A
// guide to coordinate systems in Great Britain" (Ordnance Survey): the transverse Mercator
// projection back to Airy's spheroid, then the seven-parameter Helmert transformation, which is
// right to about five metres.
[[nodiscard]] MapPoint from_national_grid(double easting, double northing);

}  // namespace waymark
