#include "adapters/cli/new.h"

#include <doctest/doctest.h>

#include <sstream>

#include "adapters/cli/check.h"
#include "adapters/cli/test.h"
#include "adapters/host/pack_loader.h"
#include "adapters/host/plain_file.h"
#include "adapters/host/system_clock.h"
#include "tests/fakes/temporary_folder.h"

namespace waymark {

namespace {

struct Made {
  int exit_code = 0;
  std::string out;
  std::string err;
};

Made make(const std::filesystem::path& folder) {
  std::ostringstream out;
  std::ostringstream err;
  const int exit_code = run_new(folder.string(), out, err);
  return {exit_code, out.str(), err.str()};
}

std::string text_of(const std::filesystem::path& file) {
  const auto read = read_plain_file(file, 1U << 20U);
  return read ? read->text : "";
}

}  // namespace

TEST_CASE("new: five files that pass check and test, wherever they are") {
  const fakes::TemporaryFolder folder;
  const Made made = make(folder.path() / "our-group");
  REQUIRE_MESSAGE(made.exit_code == 0, made.err);
  CHECK(made.out.find("wrote our-group/tests/first_words.chat\n") != std::string::npos);
  CHECK(made.out.find("waymark check --pack") != std::string::npos);
  const std::string pack = (folder.path() / "our-group").string();
  std::ostringstream out;
  CHECK(run_check({.pack = pack, .warnings = WarningsAre::Findings}, today(SystemClock()), out,
                  out) == 0);
  std::istringstream in;
  CHECK_MESSAGE(run_test({.pack = pack}, SystemClock(), {in, out, out}) == 0, out.str());
}

TEST_CASE("new: the pack has the name of its folder, and its files lead to the schemas") {
  const fakes::TemporaryFolder folder;
  REQUIRE(make(folder.path() / "our-group/").exit_code == 0);
  const std::filesystem::path pack = folder.path() / "our-group";
  CHECK(text_of(pack / "pack.json").find("\"pack\": \"our-group\"") != std::string::npos);
  for (const char* name : {"pack.json", "prompts/en-GB/words.json"}) {
    const std::string text = text_of(pack / name);
    const std::size_t begin = text.find("\"$schema\": \"") + 12;
    const std::string schema = text.substr(begin, text.find('"', begin) - begin);
    CHECK_MESSAGE(std::filesystem::exists((pack / name).parent_path() / schema), schema);
  }
}

TEST_CASE("new: nothing is ever overwritten") {
  const fakes::TemporaryFolder folder;
  folder.write("mine/pack.json", "precious");
  const Made made = make(folder.path() / "mine");
  CHECK(made.exit_code == 2);
  CHECK(made.err.find("is there already, and nothing is overwritten") != std::string::npos);
  CHECK(text_of(folder.path() / "mine" / "pack.json") == "precious");
  std::filesystem::create_symlink("/tmp", folder.path() / "link");
  CHECK(make(folder.path() / "link").exit_code == 2);
  std::filesystem::create_directory(folder.path() / "empty");
  CHECK(make(folder.path() / "empty").exit_code == 0);
}

TEST_CASE("new: a name that no pack can have") {
  const fakes::TemporaryFolder folder;
  for (const char* name : {"My Pack", "a.b", "ä"}) {
    const Made made = make(folder.path() / name);
    CHECK(made.exit_code == 2);
    CHECK(made.err.find("is no name for a pack") != std::string::npos);
  }
}

}  // namespace waymark
