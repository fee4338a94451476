#include "adapters/host/pack_loader.h"

#include <doctest/doctest.h>

#include "tests/fakes/fixed_clock.h"
#include "tests/fakes/tea_pack.h"
#include "tests/fakes/temporary_folder.h"

namespace waymark {

TEST_CASE("pack loader: a good folder gives a pack that is ready") {
  const fakes::TemporaryFolder folder;
  folder.write_all(fakes::tea_pack_files());
  const PackLoad load = load_pack(folder.path() / "tea", fakes::kTeaPackDay);
  for (const Diagnostic& problem : load.diagnostics) MESSAGE(format_diagnostic(problem));
  REQUIRE(load.pack != nullptr);
  CHECK(load.unreadable.empty());
  CHECK(load.pack->summary.pack == "tea");
}

TEST_CASE("pack loader: a broken pack gives every problem and no pack") {
  const fakes::TemporaryFolder folder;
  folder.write_all(fakes::tea_pack_files());
  folder.write("tea/flows/welcome.json", "{");
  folder.write("tea/flows/tea.price.json",
               R"({"flow": "tea.price", "start": "nowhere", "nodes": {}})");
  const PackLoad load = load_pack(folder.path() / "tea", fakes::kTeaPackDay);
  CHECK(load.pack == nullptr);
  CHECK(load.diagnostics.size() >= 2);
}

TEST_CASE("pack loader: half a pack is not compiled") {
  const fakes::TemporaryFolder folder;
  folder.write_all(fakes::tea_pack_files());
  std::filesystem::create_symlink("pack.json", folder.path() / "tea" / "link.json");
  const PackLoad load = load_pack(folder.path() / "tea", fakes::kTeaPackDay);
  CHECK(load.pack == nullptr);
  CHECK(load.unreadable.size() == 1);
  CHECK(load.diagnostics.empty());
}

TEST_CASE("pack loader: the day is the clock's") {
  CHECK(today(fakes::FixedClock()) == fakes::kTeaPackDay);
}

}  // namespace waymark
