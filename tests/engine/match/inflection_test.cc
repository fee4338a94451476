#include "engine/match/inflection.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/fakes/small_language.h"

namespace waymark {

TEST_CASE("inflection: the regular endings of a word") {
  struct Row {
    std::string base;
    std::string forms;  // each must be there
  };
  const Row rows[] = {
      {"help", "help helps helped helping helper"},
      {"argue", "argue argues argued arguing arguer"},
      {"stop", "stop stops stopped stopping stopper"},
      {"travel", "travel travels travelled travelling traveled"},
      {"visit", "visit visits visited visiting"},
      {"cry", "cry cries cried crying crier"},
      {"play", "play plays played playing player"},
      {"worry", "worry worries worried worrying"},
      {"miss", "miss misses missed missing"},
      {"fix", "fix fixes fixed fixing"},
      {"watch", "watch watches watched watching"},
      {"wish", "wish wishes wished wishing"},
      {"show", "show shows showed showing"},
      {"agree", "agree agrees agreed agreeing"},
      {"die", "die dies died dying"},
      {"lie", "lie lies lied lying"},
      {"kill", "kill kills killed killing killer"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.base);
    const std::vector<std::string> forms = inflections(row.base);
    for (const std::string& form : fakes::split_at_blanks(row.forms)) {
      CAPTURE(form);
      CHECK(std::ranges::find(forms, form) != forms.end());
    }
  }
}

TEST_CASE("inflection: wrong spellings are none of the forms") {
  const std::pair<std::string, std::string> rows[] = {
      {"argue", "argueing"}, {"cry", "crys"},    {"cry", "cryed"},
      {"miss", "misss"},     {"play", "plaies"}, {"show", "showwed"},
      {"die", "dieing"},     {"fix", "fixxed"},  {"need", "needded"}};
  for (const auto& [base, wrong] : rows) {
    CAPTURE(wrong);
    const std::vector<std::string> forms = inflections(base);
    CHECK(std::ranges::find(forms, wrong) == forms.end());
  }
}

TEST_CASE("inflection: short and strange words give at least themselves") {
  for (const char* base : {"", "a", "i", "be", "é", "16", "y", "yy"}) {
    const std::vector<std::string> forms = inflections(base);
    REQUIRE_FALSE(forms.empty());
    CHECK(forms.front() == base);
  }
  CHECK(inflections("i").size() == 1);
}

}  // namespace waymark
