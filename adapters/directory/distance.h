#pragma once
// How far two points are apart as the crow flies. Pure; any thread.

#include "engine/api/directory.h"

namespace waymark {

// Miles on a sphere of the Earth's mean radius (haversine formula): within half a per cent of the
// truth, far less than what the rounding of the points takes.
[[nodiscard]] double miles_between(MapPoint one, MapPoint other);

}  // namespace waymark
