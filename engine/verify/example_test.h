#pragma once
// The examples of a pack as the tests that they are: an intent's example must route to it, a line
// of a risk rule must fire or be silent. Stateless; any thread.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/api/content.h"
#include "engine/turn/bundle.h"
#include "engine/turn/understanding.h"

namespace waymark {

struct ExampleTest {
  enum class Wants : std::uint8_t {
    Intent,  // that intent, and no risk
    Risk,    // any risk
    Rule,    // that rule, which is weak and shows nothing by itself
    Silence  // no risk
  };
  Wants wants = Wants::Intent;
  std::size_t locale = 0;
  std::uint32_t owner = 0;  // intent or rule
  std::string text;
  SourcePlace place;
};

[[nodiscard]] std::vector<ExampleTest> example_tests(const Bundle& bundle,
                                                     const PackSource& source);

// Whether the example is understood as it must be.
[[nodiscard]] bool passes(const Bundle& bundle, const ExampleTest& test, const LeftOut& left_out);

}  // namespace waymark
