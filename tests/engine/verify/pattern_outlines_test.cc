#include "engine/verify/pattern_outlines.h"

#include <doctest/doctest.h>

#include "tests/fakes/rule_set.h"

namespace waymark {

TEST_CASE("pattern outlines: rules and unless apart, and what may match the same words") {
  const fakes::RuleSet rules({{"cost", "cost of [my] tea"},
                              {"cost", "unless: cost me"},
                              {"love", "(cost|price) of tea"},
                              {"love", "love tea"},
                              {"any", "[tea] <number>"}});
  const PatternOutlines outlines(rules.matcher(), rules.intents());
  const auto list = [](std::span<const PatternIndex> some) {
    return std::vector<PatternIndex>(some.begin(), some.end());
  };
  CHECK(list(outlines.rules()) == std::vector<PatternIndex>{0, 2, 3, 4});
  CHECK(list(outlines.unless_of(0)) == std::vector<PatternIndex>{1});
  CHECK(outlines.unless_of(1).empty());
  CHECK(outlines.has_words_for(0, 2));
  CHECK(outlines.has_words_for(2, 0));
  CHECK_FALSE(outlines.has_words_for(0, 3));
  CHECK_FALSE(outlines.has_words_for(3, 0));
  CHECK(outlines.has_words_for(3, 4));
  CHECK(outlines.rules_near(3) == std::vector<PatternIndex>{3});
  CHECK(outlines.rules_near(4) == std::vector<PatternIndex>{0, 2, 3, 4});
}

}  // namespace waymark
