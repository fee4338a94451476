#include "engine/text/word_groups.h"

#include <doctest/doctest.h>

namespace waymark {

using Groups = std::vector<GroupId>;

TEST_CASE("word groups: each group has one number, from 1 on") {
  WordGroups groups;
  CHECK(groups.size() == 0);
  CHECK(groups.add("argu~") == 1);
  CHECK(groups.add("{row}") == 2);
  CHECK(groups.add("argu~") == 1);
  CHECK(groups.size() == 2);
  CHECK(groups.find("{row}") == 2);
  CHECK(groups.find("{money}") == kUnknownWord);
}

TEST_CASE("word groups: a word is in the groups that it was put into last") {
  WordGroups groups;
  const GroupId argue = groups.add("argu~");
  const GroupId row = groups.add("{row}");
  groups.put(3, {{argue, row}, argue});
  CHECK(groups.of(3).groups == Groups{argue, row});
  CHECK(groups.of(3).stem == argue);
  groups.put(3, {{row}, kUnknownWord});
  CHECK(groups.of(3).groups == Groups{row});
  CHECK(groups.of(3).stem == kUnknownWord);
}

TEST_CASE("word groups: a word that was not put anywhere is in none") {
  WordGroups groups;
  groups.put(3, {{groups.add("{row}")}, kUnknownWord});
  for (const WordId word : {kUnknownWord, WordId{1}, WordId{2}, WordId{4}, WordId{4000000000}}) {
    CAPTURE(word);
    CHECK(groups.of(word).groups.empty());
    CHECK(groups.of(word).stem == kUnknownWord);
  }
}

}  // namespace waymark
