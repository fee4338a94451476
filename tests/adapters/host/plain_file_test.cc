#include "adapters/host/plain_file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "tests/fakes/temporary_folder.h"

namespace waymark {

TEST_CASE("plain file: the whole text and who may read it") {
  const fakes::TemporaryFolder folder;
  const auto path = folder.write("a.txt", std::string("zero\0byte\n", 10));
  const auto file = read_plain_file(path, 100);
  REQUIRE(file.has_value());
  CHECK(file->text == std::string("zero\0byte\n", 10));
  CHECK(read_plain_file(folder.write("empty", ""), 0)->text.empty());
  CHECK(read_plain_file(folder.write("long", std::string(100'000, 'x')), 100'000)->text.size() ==
        100'000);
}

TEST_CASE("plain file: what is none is refused without waiting") {
  const fakes::TemporaryFolder folder;
  const auto target = folder.write("target", "text");
  std::filesystem::create_symlink(target, folder.path() / "link");
  std::filesystem::create_directory(folder.path() / "folder");
  REQUIRE(::mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
  struct Row {
    const char* name;
    std::size_t max_bytes;
    const char* problem;
  };
  for (const Row& row : {Row{"missing", 9, "is not there"}, Row{"link", 9, "is a link"},
                         Row{"folder", 9, "is not a plain file"},
                         Row{"pipe", 9, "is not a plain file"}, Row{"target", 3, "is too large"}}) {
    const auto file = read_plain_file(folder.path() / row.name, row.max_bytes);
    REQUIRE_FALSE(file.has_value());
    CHECK(describe_file_problem(file.error()) == row.problem);
  }
}

TEST_CASE("plain file: a private file is its owner's alone and never written over") {
  const fakes::TemporaryFolder folder;
  const auto path = folder.path() / "private";
  CHECK_FALSE(write_private_file(path, "text"));
  CHECK(read_plain_file(path, 9)->text == "text");
  CHECK(read_plain_file(path, 9)->permissions ==
        (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
  CHECK(write_private_file(path, "other") == std::errc::file_exists);
  CHECK(write_private_file(folder.path() / "no" / "folder", "text"));
}

}  // namespace waymark
