#include "adapters/host/outside_program.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>
#include <system_error>

namespace waymark {

TEST_CASE("outside program: what it is given comes back, however long") {
  const std::string text(3'000'000, 'x');
  const auto run = run_outside_program({"cat"}, text);
  REQUIRE(run.has_value());
  CHECK(run->exit_code == 0);
  CHECK(run->out == text);
  CHECK(run->err.empty());
}

TEST_CASE("outside program: no shell reads its arguments") {
  const auto run = run_outside_program({"echo", "$HOME;", "`ls`"}, "");
  REQUIRE(run.has_value());
  CHECK(run->out == "$HOME; `ls`\n");
}

TEST_CASE("outside program: how it ends and what it complains of is told") {
  const auto failed = run_outside_program({"cat", "/no/such/file"}, "");
  REQUIRE(failed.has_value());
  CHECK(failed->exit_code == 1);
  CHECK(failed->err.find("/no/such/file") != std::string::npos);
}

TEST_CASE("outside program: one that is not there") {
  const auto run = run_outside_program({"no-such-program-anywhere"}, "");
  REQUIRE(!run.has_value());
  CHECK(run.error() == std::errc::no_such_file_or_directory);
}

}  // namespace waymark
