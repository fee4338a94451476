#include "adapters/host/key_file.h"

#include <doctest/doctest.h>

#include "tests/fakes/temporary_folder.h"

namespace waymark {

namespace fs = std::filesystem;

TEST_CASE("key file: made where there is none, read from then on") {
  const fakes::TemporaryFolder folder;
  const fs::path path = folder.path() / "keys";
  const auto made = open_key_file(path);
  REQUIRE(made.has_value());
  CHECK(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  const auto read = open_key_file(path);
  REQUIRE(read.has_value());
  CHECK(read->to_text() == made->to_text());
}

TEST_CASE("key file: one that others may read, is broken or cannot be made is refused by name") {
  const fakes::TemporaryFolder folder;
  const fs::path open = folder.path() / "open";
  REQUIRE(open_key_file(open).has_value());
  fs::permissions(open, fs::perms::group_read, fs::perm_options::add);
  const fs::path broken = folder.write("broken", "not a key\n");
  fs::permissions(broken, fs::perms::owner_read | fs::perms::owner_write);
  for (const fs::path& path : {open, broken, folder.path(), folder.path() / "no" / "keys"}) {
    const auto ring = open_key_file(path);
    REQUIRE_FALSE(ring.has_value());
    CHECK(ring.error().find(path.string()) != std::string::npos);
  }
  CHECK(open_key_file(open).error().find("chmod 600") != std::string::npos);
}

TEST_CASE("key file: reading again never makes one") {
  const fakes::TemporaryFolder folder;
  const auto path = folder.path() / "keys";
  const auto missing = read_key_file(path);
  REQUIRE_FALSE(missing.has_value());
  CHECK(missing.error().find("is not there") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(path));
  REQUIRE(open_key_file(path).has_value());
  CHECK(read_key_file(path).has_value());
}

}  // namespace waymark
