#include "adapters/server/load_gauge.h"

#include <doctest/doctest.h>

#include <chrono>

namespace waymark {

namespace {

const SteadyTime kBegin{std::chrono::hours(1)};

}  // namespace

TEST_CASE("load gauge: new conversations wait before those that are under way") {
  LoadGauge load({.per_minute = 60, .burst = 8}, 1000);
  int all = 0;
  int running_only = 0;
  int nobody = 0;
  for (int count = 0; count < 20; ++count) {
    switch (load.weigh(0, kBegin)) {
      case Shedding::Nothing: ++all; break;
      case Shedding::NewConversations: ++running_only; break;
      case Shedding::Everything: ++nobody; break;
    }
  }
  CHECK(all == 7);
  CHECK(running_only == 1);
  CHECK(nobody == 12);
  CHECK(load.weigh(0, kBegin + std::chrono::seconds(60)) == Shedding::Nothing);
}

TEST_CASE("load gauge: the last tenth of the places is for going on") {
  LoadGauge load({.per_minute = 1'000'000, .burst = 100'000}, 100);
  CHECK(load.weigh(90, kBegin) == Shedding::Nothing);
  CHECK(load.weigh(91, kBegin) == Shedding::NewConversations);
  LoadGauge small({.per_minute = 1'000'000, .burst = 100'000}, 2);
  CHECK(small.weigh(2, kBegin) == Shedding::Nothing);
}

}  // namespace waymark
