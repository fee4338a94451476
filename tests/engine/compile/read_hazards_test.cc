#include <doctest/doctest.h>

#include "engine/compile/declaration_reader.h"
#include "tests/fakes/pack_fault.h"
#include "tests/fakes/small_pack.h"

namespace waymark {

TEST_CASE("read hazards: hazards with what shows that their controls work") {
  Findings findings;
  const Declarations all = read_declarations(fakes::SmallPack().source(), findings);
  CHECK(findings.take_sorted().empty());
  REQUIRE(all.hazards.size() == 2);
  CHECK(all.hazards[0].id.text == "missed_risk");
  REQUIRE(all.hazards[0].controls.size() == 3);
  CHECK(all.hazards[0].controls[0].rule.text == "suicide.want_to_die");
  CHECK(all.hazards[0].controls[1].code.text == "WM403");
  CHECK(all.hazards[0].controls[2].rule.empty());
  CHECK(all.hazards[0].controls[2].code.empty());
}

TEST_CASE("read hazards: a log that is not whole") {
  const std::string path = "hazards.json";
  fakes::check_faults({
      {"no cause", path, "\"cause\": \"Odd words.\", ", "", "WM110", "{\"id\": \"missed_risk\""},
      {"no rating", path, "\"before\": {\"severity\": \"major\", \"likelihood\": \"medium\"}, ", "",
       "WM110", "{\"id\": \"missed_risk\""},
      {"no such severity", path, "\"severity\": \"major\"", "\"severity\": \"awful\"", "WM113",
       "awful"},
      {"no such likelihood", path, "\"likelihood\": \"medium\"", "\"likelihood\": \"often\"",
       "WM113", "often"},
      {"no proof", path, ", \"code\": \"WM604\"", "", "WM110", "{\"control\": \"Numbers"},
      {"two proofs", path, "\"code\": \"WM604\"",
       "\"code\": \"WM604\", \"rule\": \"suicide.go_on\"", "WM113", "{\"control\": \"Numbers"},
      {"a test without a name", path, ", \"name\": \"a: b\"", "", "WM110", "{\"file\""},
  });
}

}  // namespace waymark
