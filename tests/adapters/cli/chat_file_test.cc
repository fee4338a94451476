#include "adapters/cli/chat_file.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "tests/fakes/temporary_folder.h"

namespace waymark {

namespace {

const std::vector<SourceFile>& some_files() {
  static const std::vector<SourceFile> files = {
      {"talk.chat", "talk.chat", "# one\r\nuser: hi\r\nbot: a\r\nbot: b\r\nintent: c"},
      {"other.chat", "other.chat", "user: hi\n"}};
  return files;
}

RehearsalFailure failure_at(std::uint32_t line, std::optional<std::string> mended) {
  RehearsalFailure failure;
  failure.diagnostic.place = {"talk.chat", line, 1};
  failure.mended = std::move(mended);
  return failure;
}

RehearsalReport some_report() {
  RehearsedTalk talk;
  talk.place = {"talk.chat", 1, 1};
  talk.failures = {failure_at(3, "bot: x"), failure_at(4, ""), failure_at(5, std::nullopt)};
  return {{talk}, {}};
}

}  // namespace

TEST_CASE("chat file: failures that can be mended become lines") {
  const auto mended = mended_lines(some_report(), some_files());
  REQUIRE(mended.size() == 2);
  CHECK(mended[0].before == "bot: a");
  CHECK(mended[0].after == "bot: x");
  CHECK(mended[1].line == 4);
}

TEST_CASE("chat file: the difference shows the visitor's line, what goes and what comes") {
  const auto mended = mended_lines(some_report(), some_files());
  CHECK(mended_diff(some_files(), mended) ==
        "talk.chat\n"
        "     2  user: hi\n"
        "-    3  bot: a\n"
        "+    3  bot: x\n"
        "-    4  bot: b\n");
}

TEST_CASE("chat file: mending leaves everything else as it was") {
  const auto mended = mended_lines(some_report(), some_files());
  CHECK(mended_text(some_files()[0], mended) == "# one\r\nuser: hi\r\nbot: x\r\nintent: c");
  CHECK(mended_text(some_files()[1], mended) == some_files()[1].text);
}

TEST_CASE("chat file: only files with a mended line are written") {
  const fakes::TemporaryFolder folder;
  folder.write("a.chat", "bot: a\n");
  const std::string path = (folder.path() / "a.chat").string();
  const std::string lost = (folder.path() / "no" / "b.chat").string();
  std::ostringstream err;
  CHECK(write_mended({{path, path, "bot: a\n"}, {lost, lost, "bot: a\n"}},
                     {{path, 1, "bot: a", "bot: x"}}, err));
  std::ostringstream written;
  written << std::ifstream(path).rdbuf();
  CHECK(written.str() == "bot: x\n");
  CHECK_FALSE(write_mended({{lost, lost, "bot: a\n"}}, {{lost, 1, "bot: a", ""}}, err));
  CHECK(err.str().find("cannot be written") != std::string::npos);
}

}  // namespace waymark
