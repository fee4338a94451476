#include "adapters/cli/pack_lines.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/fakes/pack_folder.h"

namespace waymark {

TEST_CASE("pack lines: the examples of a pack and what is typed in its conversation tests") {
  const fakes::PackFolder folder;
  folder.write("tea/tests/deep/talk.chat", "# a note\nuser: hello tea\nbot: welcome.hello\n");
  const std::vector<KnownLine> lines = lines_of_pack(folder.pack());
  const auto has = [&](std::string_view text) {
    return std::ranges::find(lines, text, &KnownLine::text) != lines.end();
  };
  CHECK(has("what is tea?"));
  CHECK(has("i want to die"));
  REQUIRE(lines.back().text == "hello tea");
  CHECK(lines.back().place.line == 2);
  CHECK(lines.back().place.file.ends_with("tests/deep/talk.chat"));
  CHECK(lines_of_pack("/no/such/pack").empty());
}

}  // namespace waymark
