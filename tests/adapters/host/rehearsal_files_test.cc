#include "adapters/host/rehearsal_files.h"

#include <doctest/doctest.h>

#include "tests/fakes/temporary_folder.h"

namespace waymark {

TEST_CASE("rehearsal files: every .chat file below tests/, by its path") {
  const fakes::TemporaryFolder folder;
  folder.write_all({{"tests/b.chat", "user: b\n"},
                    {"tests/a/deep.chat", "user: a\n"},
                    {"tests/note.txt", "no"},
                    {"other.chat", "no"}});
  const auto files = read_rehearsals(folder.path());
  REQUIRE(files.has_value());
  REQUIRE(files->size() == 2);
  CHECK((*files)[0].kind_path == "tests/a/deep.chat");
  CHECK((*files)[0].text == "user: a\n");
  CHECK((*files)[1].kind_path == "tests/b.chat");
}

TEST_CASE("rehearsal files: a pack without tests has none, and a link is refused") {
  const fakes::TemporaryFolder folder;
  CHECK(read_rehearsals(folder.path())->empty());
  folder.write("tests/a.chat", "user: a\n");
  std::filesystem::create_symlink("a.chat", folder.path() / "tests" / "b.chat");
  const auto files = read_rehearsals(folder.path());
  REQUIRE(!files.has_value());
  CHECK(files.error().find("b.chat is a link") != std::string::npos);
}

}  // namespace waymark
