#include "adapters/cli/test.h"

#include <doctest/doctest.h>

#include <sstream>

#include "adapters/host/system_clock.h"
#include "tests/fakes/pack_folder.h"

namespace waymark {

namespace {

struct Played {
  int exit_code = 0;
  std::string out;
  std::string err;
};

Played play(const std::string& pack) {
  std::ostringstream out;
  std::ostringstream err;
  const int exit_code = run_test(pack, SystemClock(), out, err);
  return {exit_code, out.str(), err.str()};
}

}  // namespace

TEST_CASE("test: conversations that hold are fine and summed up") {
  const fakes::PackFolder folder;
  folder.write("tea/tests/talk.chat", "# says something\nuser: zzz\nintent: none\nsafety: none\n");
  const Played played = play(folder.pack());
  CHECK(played.exit_code == 0);
  CHECK_MESSAGE(
      played.out.find("1 conversations, 1 turns: 2 passed, 0 failed") != std::string::npos,
      played.out);
}

TEST_CASE("test: one that does not hold is a finding with its line") {
  const fakes::PackFolder folder;
  folder.write("tea/tests/deep/talk.chat", "user: zzz\nbot: no.such.prompt\n");
  const Played played = play(folder.pack());
  CHECK(played.exit_code == 1);
  CHECK(played.out.find("talk.chat:2:1") != std::string::npos);
}

TEST_CASE("test: a pack without conversations is a finding") {
  const fakes::PackFolder folder;
  const Played played = play(folder.pack());
  CHECK(played.exit_code == 1);
  CHECK(played.err.find("There is no conversation test") != std::string::npos);
}

}  // namespace waymark
