#include "adapters/host/pack_loader.h"

#include <doctest/doctest.h>

#include "tests/fakes/fixed_clock.h"
#include "tests/fakes/small_pack.h"
#include "tests/fakes/temporary_folder.h"

namespace waymark {

TEST_CASE("pack loader: a good folder gives a pack that is ready") {
  const fakes::TemporaryFolder folder;
  folder.write_all(fakes::small_pack_files());
  const PackLoad load = load_pack(folder.path() / "small", fakes::kSmallPackDay);
  for (const Diagnostic& problem : load.diagnostics) MESSAGE(format_diagnostic(problem));
  REQUIRE(load.pack != nullptr);
  CHECK(load.unreadable.empty());
  CHECK(load.pack->summary.pack == "small");
}

TEST_CASE("pack loader: a broken pack gives every problem and no pack") {
  const fakes::TemporaryFolder folder;
  folder.write_all(fakes::small_pack_files());
  folder.write("small/flows/welcome.json", "{");
  folder.write("small/flows/tea.price.json",
               R"({"flow": "tea.price", "start": "nowhere", "nodes": {}})");
  const PackLoad load = load_pack(folder.path() / "small", fakes::kSmallPackDay);
  CHECK(load.pack == nullptr);
  CHECK(load.diagnostics.size() >= 2);
}

TEST_CASE("pack loader: half a pack is not compiled") {
  const fakes::TemporaryFolder folder;
  folder.write_all(fakes::small_pack_files());
  std::filesystem::create_symlink("pack.json", folder.path() / "small" / "link.json");
  const PackLoad load = load_pack(folder.path() / "small", fakes::kSmallPackDay);
  CHECK(load.pack == nullptr);
  CHECK(load.unreadable.size() == 1);
  CHECK(load.diagnostics.empty());
}

TEST_CASE("pack loader: the day is the clock's") {
  CHECK(today(fakes::FixedClock()) == fakes::kSmallPackDay);
}

}  // namespace waymark
