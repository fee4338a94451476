#include "adapters/host/bundle_holder.h"

#include <doctest/doctest.h>

#include <thread>

#include "tests/fakes/tea_pack.h"

namespace waymark {

TEST_CASE("bundle holder: the words of last resort hold the contacts as plain text") {
  const LoadedPackPtr pack = fakes::tea_pack();
  CHECK(pack->last_resort ==
        "Please call somebody. The Listeners: 01632 960 001, text HELLO to 60001.");
  CHECK(pack->summary.version == "1.2.3");
}

TEST_CASE("bundle holder: a turn keeps the pack that it took while another is swapped in") {
  const LoadedPackPtr first = fakes::tea_pack();
  const auto second = std::make_shared<LoadedPack>(*first);
  BundleHolder holder(first);
  const LoadedPackPtr held = holder.current();
  holder.swap(second);
  CHECK(held == first);
  CHECK(holder.current() == second);
}

TEST_CASE("bundle holder: taken by one thread while swapped by another") {
  const LoadedPackPtr first = fakes::tea_pack();
  const auto second = std::make_shared<LoadedPack>(*first);
  BundleHolder holder(first);
  std::thread swapper([&] {
    for (int count = 0; count < 10'000; ++count) holder.swap(count % 2 == 0 ? second : first);
  });
  int wrong = 0;
  for (int count = 0; count < 10'000; ++count) {
    if (holder.current()->summary.pack != "tea") ++wrong;
  }
  swapper.join();
  CHECK(wrong == 0);
}

}  // namespace waymark
