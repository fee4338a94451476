#include "engine/match/number_words.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/fakes/shipped_entities.h"

namespace waymark {
namespace {

struct Row {
  std::string message;
  std::string found;
};

}  // namespace

TEST_CASE("number words: up to the hundreds, with the shipped lexicon") {
  const Row rows[] = {
      {"twenty one", "number=21<twenty one>"},
      {"Twenty-one sessions", "number=21<Twenty-one>"},
      {"ninety nine", "number=99<ninety nine>"},
      {"fifty", "number=50<fifty>"},
      {"seventeen", "number=17<seventeen>"},
      {"two hundred", "number=200<two hundred>"},
      {"2 hundred", "number=200<2 hundred>"},
      {"a hundred", "number=100<hundred>"},
      {"two hundred and five", "number=205<two hundred and five>"},
      {"nine hundred ninety nine", "number=999<nine hundred ninety nine>"},
      {"three hundred and twenty one times", "number=321<three hundred and twenty one>"},
      {"twenty or thirty", "number=20<twenty> number=30<thirty>"},
      {"the second one", "number=2<second> number=1<one>"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(fakes::shipped_entities(row.message, {EntityType::Number}) == row.found);
  }
}

TEST_CASE("number words: what is no number, and what stays two") {
  const Row rows[] = {
      {"a couple", ""},
      {"a few weeks", ""},
      {"several", ""},
      {"", ""},
      {"20 5", "number=20<20> number=5<5>"},
      {"20 five", "number=20<20> number=5<five>"},
      {"twenty. one", "number=20<twenty> number=1<one>"},
      {"twenty and one", "number=20<twenty> number=1<one>"},
      {"one two", "number=1<one> number=2<two>"},
      {"twenty twelve", "number=20<twenty> number=12<twelve>"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(fakes::shipped_entities(row.message, {EntityType::Number}) == row.found);
  }
}

}  // namespace waymark
