#include "engine/verify/example_test.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/engine/turn/conversation.h"

namespace waymark {

TEST_CASE("example test: every example of a pack is one, and passes") {
  const BundlePtr& bundle = fakes::shared_small_bundle();
  const auto tests = example_tests(*bundle, fakes::SmallPack().source());
  const auto count = [&tests](ExampleTest::Wants wants) {
    return std::ranges::count(tests, wants, &ExampleTest::wants);
  };
  CHECK(count(ExampleTest::Wants::Intent) > 20);
  CHECK(count(ExampleTest::Wants::Risk) == 5);
  CHECK(count(ExampleTest::Wants::Rule) == 1);
  CHECK(count(ExampleTest::Wants::Silence) == 4);
  for (const ExampleTest& test : tests) {
    CAPTURE(test.text);
    CHECK(passes(*bundle, test, {}));
    CHECK(test.place.file.starts_with("small/"));
  }
}

TEST_CASE("example test: one fails when the rule that it needs is left out") {
  const BundlePtr& bundle = fakes::shared_small_bundle();
  const LocaleContent& content = *bundle->locales.front();
  LeftOut all;
  for (PatternIndex i = 0; i < content.matcher.patterns().size(); ++i) all.of_intents.push_back(i);
  for (PatternIndex i = 0; i < content.risk.origins.size(); ++i) {
    if (content.risk.origins[i].role == RiskRole::Rule) all.of_risk.push_back(i);
  }
  for (const ExampleTest& test : example_tests(*bundle, fakes::SmallPack().source())) {
    CAPTURE(test.text);
    CHECK(passes(*bundle, test, all) == (test.wants == ExampleTest::Wants::Silence));
  }
}

}  // namespace waymark
