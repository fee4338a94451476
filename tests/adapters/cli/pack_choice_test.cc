#include "adapters/cli/pack_choice.h"

#include <doctest/doctest.h>

#include <sstream>

#include "adapters/cli/program.h"
#include "tests/fakes/pack_folder.h"

namespace waymark {

TEST_CASE("pack choice: the shipped pack is found") {
  CHECK(shipped_pack().filename() == "ipt-depression");
  CHECK(std::filesystem::exists(shipped_pack() / "pack.json"));
}

TEST_CASE("pack choice: a good pack loads in silence") {
  const fakes::PackFolder folder;
  std::ostringstream err;
  const auto pack = load_for_command(folder.pack(), err);
  REQUIRE_MESSAGE(pack.has_value(), err.str());
  CHECK((*pack)->summary.pack == "tea");
  CHECK(err.str().empty());
}

TEST_CASE("pack choice: a broken pack lists its problems, a missing one is wrong input") {
  const fakes::PackFolder folder;
  folder.write("tea/flows/welcome.json", "{");
  std::ostringstream err;
  CHECK(load_for_command(folder.pack(), err).error() == kExitFindings);
  CHECK(err.str().find("welcome.json:1:") != std::string::npos);
  std::ostringstream missing;
  CHECK(load_for_command("/no/such/pack", missing).error() == kExitUsage);
  CHECK(missing.str().find("/no/such/pack") != std::string::npos);
}

}  // namespace waymark
