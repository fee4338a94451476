#include "engine/verify/phrase_sample.h"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("phrase sample: the first of alternatives, without what may be left out") {
  const PhraseSets sets = {
      {"cost", {"price+", "cost"}}, {"deep", {"the {cost} [tag]"}}, {"round", {"{round}"}}};
  struct Row {
    std::string_view phrase;
    std::string_view sample;
  };
  const std::vector<Row> rows = {
      {"what is ipt", "what is ipt"},
      {"^ hello $", "hello"},
      {"how much [will|does] (it|this) {cost}", "how much it price"},
      {"(book+ & session+ & now)", "book session now"},
      {"talk * someone", "talk someone"},
      {"want *5 {deep}", "want the price"},
      {"<number> sessions near <place>", "12 sessions near leeds"},
      {"[a|b c]", ""},
      {"{no_such_set}", ""},
      {"{round}", ""},
      {"(a|b", ""},
      {"a ) b", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.phrase);
    CHECK(phrase_sample(row.phrase, sets) == row.sample);
  }
}

}  // namespace waymark
