#include "engine/text/vocabulary.h"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("vocabulary: each word has one number, from 1 on") {
  Vocabulary vocabulary;
  CHECK(vocabulary.size() == 0);
  const WordId low = vocabulary.add("low");
  const WordId sad = vocabulary.add("sad");
  CHECK(low == 1);
  CHECK(sad == 2);
  CHECK(vocabulary.add("low") == low);
  CHECK(vocabulary.size() == 2);
  CHECK(vocabulary.word(low) == "low");
  CHECK(vocabulary.word(sad) == "sad");
}

TEST_CASE("vocabulary: a word that was not added is unknown") {
  Vocabulary vocabulary;
  vocabulary.add("low");
  CHECK(vocabulary.find("low") == 1);
  for (const char* word : {"lo", "lows", "Low", ""}) CHECK(vocabulary.find(word) == kUnknownWord);
}

}  // namespace waymark
