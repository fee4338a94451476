#include "adapters/protocol/frame.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace waymark {

TEST_CASE("error codes: each has a name of its own and a status that fits") {
  std::set<std::string> names;
  for (std::size_t code = 0; code < kErrorCodes; ++code) {
    names.insert(name_of(static_cast<ErrorCode>(code)));
    CHECK(http_status_of(static_cast<ErrorCode>(code)) >= 400);
  }
  CHECK(names.size() == kErrorCodes);
  CHECK(http_status_of(ErrorCode::BadJson) == 400);
  CHECK(http_status_of(ErrorCode::TooFast) == 429);
  CHECK(http_status_of(ErrorCode::Internal) == 500);
}

}  // namespace waymark
