#include "adapters/cli/diff.h"

#include <doctest/doctest.h>

#include <sstream>

#include "adapters/host/system_clock.h"
#include "tests/fakes/pack_folder.h"

namespace waymark {

namespace {

struct Compared {
  int exit_code = 0;
  std::string out;
  std::string err;
};

Compared compare(const std::string& before, const std::string& after,
                 DiffStyle style = DiffStyle::Text) {
  std::ostringstream out;
  std::ostringstream err;
  const int exit_code = run_diff(before, after, style, SystemClock(), out, err);
  return {exit_code, out.str(), err.str()};
}

}  // namespace

TEST_CASE("diff: a pack does not differ from itself") {
  const fakes::PackFolder folder;
  const Compared same = compare(folder.pack(), folder.pack());
  CHECK(same.exit_code == 0);
  CHECK(same.out == "No differences.\n");
}

TEST_CASE("diff: changed words are told, and the conversations that now go otherwise") {
  const fakes::PackFolder before;
  const fakes::PackFolder after;
  before.write("tea/tests/old.chat", "user: what is tea\n");
  after.write("tea/tests/new.chat", "user: cost of tea\n\nuser: what is tea\n");
  std::string prompts = fakes::tea_pack_files().at("tea/prompts/en-GB/tea.json");
  prompts.replace(prompts.find("leaves in hot water"), 19, "a hot drink of leaves");
  after.write("tea/prompts/en-GB/tea.json", prompts);
  const Compared differing = compare(before.pack(), after.pack());
  CHECK(differing.exit_code == 1);
  for (const char* part : {"The wording \"tea.what_is.answer\" (en-GB) has changed.",
                           "It was: Tea is leaves in hot water.", "old.chat:1", "new.chat:3",
                           "1 change; 2 stored conversations are answered differently"}) {
    CHECK_MESSAGE(differing.out.find(part) != std::string::npos, differing.out);
  }
  const Compared json = compare(before.pack(), after.pack(), DiffStyle::Json);
  CHECK(json.out.starts_with("{\"changes\":[{\"area\":\"wordings\""));
}

TEST_CASE("diff: a pack that cannot be read or does not compile is wrong input") {
  const fakes::PackFolder folder;
  CHECK(compare("/no/such/pack", folder.pack()).exit_code == 2);
  const fakes::PackFolder broken;
  broken.write("tea/flows/fallback.json", "{");
  const Compared compared = compare(folder.pack(), broken.pack());
  CHECK(compared.exit_code == 2);
  CHECK(compared.err.find("does not compile, so it cannot be compared") != std::string::npos);
}

}  // namespace waymark
