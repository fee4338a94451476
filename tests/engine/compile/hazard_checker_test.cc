#include <doctest/doctest.h>

#include "tests/fakes/pack_fault.h"
#include "tests/fakes/small_pack.h"

namespace waymark {
namespace {

const std::string kPath = "hazards.json";

}  // namespace

TEST_CASE("hazard checker: a control names what is there") {
  fakes::check_faults({
      {"a rule that is not there", kPath, "\"suicide.want_to_die\"", "\"suicide.want_to_dye\"",
       "WM217", "suicide.want_to_dye"},
      {"a code that is not there", kPath, "\"WM403\"", "\"WM999\"", "WM218", "WM999"},
      {"a hazard twice", kPath, "\"wrong_number\"", "\"missed_risk\"", "WM207",
       "missed_risk\", \"hazard\": \"A wrong"},
      {"nothing is done", kPath, "[{\"control\": \"Numbers",
       "[], \"evidence\": \"None.\"}, {\"id\": \"other\", \"hazard\": \"h\", \"cause\": \"c\", "
       "\"effect\": \"e\", \"before\": {\"severity\": \"minor\", \"likelihood\": \"low\"}, "
       "\"after\": {\"severity\": \"minor\", \"likelihood\": \"low\"}, \"controls\": "
       "[{\"control\": \"Numbers",
       "WM110", "wrong_number"},
  });
}

TEST_CASE("hazard checker: a pack without a hazard log is no error") {
  CHECK(fakes::SmallPack().remove(kPath).compile().bundle != nullptr);
}

}  // namespace waymark
