#include "engine/verify/talk_paths.h"

#include <doctest/doctest.h>

namespace waymark {
namespace {

// 0 -> 1 -> 2, 3 -> 1 and 4 -> 2 by words alone.
const std::vector<TalkStep> kSteps = {{0, 1, true}, {1, 2, true}, {3, 1, true}, {4, 2, false}};

TEST_CASE("talk paths: buttons lead to the targets, words do not") {
  const TalkPaths paths(5, kSteps);
  CHECK(paths.leading_to({false, false, true, false, false}, std::vector<bool>(5, true)) ==
        std::vector<bool>{true, true, true, true, false});
}

TEST_CASE("talk paths: what lies between must be allowed") {
  const TalkPaths paths(5, kSteps);
  CHECK(paths.leading_to({false, false, true, false, false}, {true, false, true, true, true}) ==
        std::vector<bool>{false, false, true, false, false});
}

TEST_CASE("talk paths: bits come back over words and buttons, one step for each turn") {
  std::vector<std::uint8_t> bits = {0, 0, 2, 0, 1};
  spread_back(kSteps, 2, bits);
  CHECK(bits == std::vector<std::uint8_t>{0, 2, 2, 0, 3});
  spread_back(kSteps, 2, bits);
  CHECK(bits == std::vector<std::uint8_t>{2, 2, 2, 2, 3});
}

}  // namespace
}  // namespace waymark
