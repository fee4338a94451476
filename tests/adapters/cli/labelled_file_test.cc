#include "adapters/cli/labelled_file.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "tests/fakes/pack_folder.h"

namespace waymark {

TEST_CASE("labelled file: its lines in order, without the blank ones") {
  const fakes::PackFolder folder;
  const std::string path = folder.write("lines.jsonl",
                                        "{\"text\":\"a\",\"expected\":\"x.y\"}\n \t\r\n\n"
                                        "{\"text\":\"b\",\"expected\":null}");
  std::ostringstream err;
  const auto lines = read_labelled_file(path, "--set", err);
  REQUIRE(lines);
  REQUIRE(lines->size() == 2);
  CHECK((*lines)[0].expected == "x.y");
  CHECK((*lines)[1].expected == "none");
  CHECK(err.str().empty());
}

TEST_CASE("labelled file: every wrong line is named, and then nothing is given") {
  const fakes::PackFolder folder;
  const std::string path = folder.write(
      "lines.jsonl", "x\n{\"text\":\"a\",\"expected\":\"x.y\"}\n\n{\"text\":\"no label\"}\n");
  std::ostringstream err;
  CHECK_FALSE(read_labelled_file(path, "--set", err));
  CHECK(err.str().find(path + ":1: ") != std::string::npos);
  CHECK(err.str().find(path + ":2: ") == std::string::npos);
  CHECK(err.str().find(path + ":4: A line needs the \"expected\" label.") != std::string::npos);
}

TEST_CASE("labelled file: one that is not there is named with the option to mend") {
  std::ostringstream err;
  CHECK_FALSE(read_labelled_file("/no/such/lines", "--lines", err));
  CHECK(err.str() ==
        "The file /no/such/lines cannot be opened. Name a file of JSON lines with "
        "--lines.\n");
}

}  // namespace waymark
