#include "engine/text/word_list.h"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("word list: finds the words of its lines, in any order and case") {
  const WordList words("zebra\nHouse\r\n\nmum's\nhouse\nant");
  for (const char* word : {"ant", "house", "zebra", "mums"}) {
    CAPTURE(*word);
    CHECK(words.contains(word));
  }
  for (const char* word : {"", "an", "ants", "House", "mum", "zz"}) {
    CAPTURE(*word);
    CHECK_FALSE(words.contains(word));
  }
}

TEST_CASE("word list: an empty one holds nothing") {
  CHECK_FALSE(WordList().contains("a"));
  CHECK_FALSE(WordList("").contains(""));
  CHECK(WordList("\n\r\n\n").size() == 0);
}

}  // namespace waymark
