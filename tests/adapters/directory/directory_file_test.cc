#include "adapters/directory/directory_file.h"

#include <doctest/doctest.h>

#include <iterator>

#include "adapters/directory/sqlite_directory.h"
#include "tests/fakes/temporary_folder.h"

namespace waymark {

namespace {

Listing listing(const std::string& id) {
  Listing entry;
  entry.id = id;
  entry.name = "Name of " + id;
  entry.online = true;
  entry.phone = "01632 960100";
  return entry;
}

std::size_t files_in(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("directory file: a new one takes the place of the old while that is read") {
  const fakes::TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "directory.sqlite";
  REQUIRE(write_directory(path, {listing("a")}));
  const auto before = SqliteDirectory::open(path);
  REQUIRE(before);
  REQUIRE(write_directory(path, {listing("b"), listing("c")}));
  CHECK(files_in(folder.path()) == 1);
  const DirectoryQuery all{"therapists", {}, 5};
  CHECK((*before)->find(all).size() == 1);
  const auto after = SqliteDirectory::open(path);
  REQUIRE(after);
  CHECK((*after)->find(all).size() == 2);
}

TEST_CASE("directory file: what cannot be written leaves the old and no litter") {
  const fakes::TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "directory.sqlite";
  REQUIRE(write_directory(path, {listing("a")}));
  CHECK_FALSE(write_directory(path, {listing("b"), listing("b")}));  // one id twice
  CHECK(files_in(folder.path()) == 1);
  CHECK((*SqliteDirectory::open(path))->find({"therapists", {}, 5}).size() == 1);
  const auto nowhere = write_directory(folder.path() / "no" / "such" / "folder", {listing("a")});
  REQUIRE_FALSE(nowhere);
  CHECK(nowhere.error().find("cannot be written") != std::string::npos);
}

}  // namespace waymark
