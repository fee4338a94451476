#include "adapters/directory/pack_lists.h"

#include <doctest/doctest.h>

#include "tests/fakes/temporary_folder.h"

namespace waymark {

TEST_CASE("pack lists: all CSV files of the pack's folder together") {
  const fakes::TemporaryFolder folder;
  folder.write("directory/a.csv", "id,name,phone,online\na,A,01632 960100,yes\n");
  folder.write("directory/b.csv", "id,name,phone,online\nb,B,01632 960101,yes\n");
  folder.write("directory/README.md", "not a list");
  const auto lists = hold_pack_lists(folder.path());
  REQUIRE(lists);
  REQUIRE(*lists != nullptr);
  CHECK((*lists)->find({"therapists", {}, 5}).size() == 2);
}

TEST_CASE("pack lists: none is no fault, a wrong row is") {
  const fakes::TemporaryFolder folder;
  const auto none = hold_pack_lists(folder.path());
  REQUIRE(none);
  CHECK(*none == nullptr);
  folder.write("directory/a.csv", "id,name,phone,online\na,A,12,yes\n");
  const auto broken = hold_pack_lists(folder.path());
  REQUIRE_FALSE(broken);
  CHECK(broken.error().find("a.csv:2") != std::string::npos);
}

TEST_CASE("pack lists: the shipped one is visibly made up and can be reached by nobody") {
  const auto lists = hold_pack_lists("dialogs/ipt-depression");
  REQUIRE(lists);
  REQUIRE(*lists != nullptr);
  const auto found = (*lists)->find({"therapists", {}, 100});
  CHECK(found.size() >= 40);
  for (const DirectoryEntry& entry : found) {
    CAPTURE(entry.name);
    CHECK(entry.name.ends_with("(made up)"));
    // Ofcom's numbers for drama, and a domain that is for examples.
    const bool is_drama =
        entry.phone.starts_with("01632 960") || entry.phone.starts_with("020 7946 0");
    CHECK(is_drama);
    CHECK(entry.url.ends_with(".example.org"));
    CHECK(entry.note.starts_with("Made-up example"));
  }
}

}  // namespace waymark
