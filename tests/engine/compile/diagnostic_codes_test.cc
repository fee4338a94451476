#include "engine/compile/diagnostic_codes.h"

#include <doctest/doctest.h>

#include <string>

namespace waymark {

TEST_CASE("diagnostic codes: a code is one of the list") {
  for (const char* code : {"WM101", "WM215", "WM601", "WM705"}) {
    CAPTURE(std::string(code));
    CHECK(is_diagnostic_code(code));
  }
  for (const char* other : {"", "WM", "WM000", "wm101", "WM1011", "WM101 ", "WM602"}) {
    CAPTURE(std::string(other));
    CHECK_FALSE(is_diagnostic_code(other));
  }
}

}  // namespace waymark
