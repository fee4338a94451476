#include "adapters/cli/eval.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/fakes/pack_folder.h"

namespace waymark {

TEST_CASE("eval: a set is scored") {
  const fakes::PackFolder folder;
  const auto set = folder.write("set.jsonl",
                                "{\"text\":\"what is tea\",\"expected\":\"tea.what_is\"}\n"
                                "{\"text\":\"i want to die\",\"expected\":\"safety.suicide\"}\n\n"
                                "{\"text\":\"zzz\",\"expected\":\"tea.price\"}\n");
  std::ostringstream out;
  std::ostringstream err;
  const EvalOptions options{folder.pack(), set, Misses::Listed, true};
  CHECK(run_eval(options, out, err) == 0);
  const auto json = nlohmann::json::parse(out.str());
  CHECK(json["accuracy"]["hits"] == 2);
  CHECK(json["accuracy"]["all"] == 3);
  CHECK(json["misses"][0]["text"] == "zzz");
}

TEST_CASE("eval: a set that cannot be read, or has lines that cannot") {
  const fakes::PackFolder folder;
  std::ostringstream out;
  std::ostringstream err;
  CHECK(run_eval({folder.pack(), "/no/such/set", Misses::Counted, false}, out, err) == 2);
  const auto set =
      folder.write("set.jsonl", "{\"text\":\"a\",\"expected\":\"b\"}\n{\"text\":\"a\"}\nx\n");
  CHECK(run_eval({folder.pack(), set, Misses::Counted, false}, out, err) == 2);
  CHECK(err.str().find("set.jsonl:2: ") != std::string::npos);
  CHECK(err.str().find("set.jsonl:3: ") != std::string::npos);
  CHECK(out.str().empty());
}

}  // namespace waymark
