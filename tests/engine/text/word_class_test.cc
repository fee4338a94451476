#include "engine/text/word_class.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>

namespace waymark {
TEST_CASE("word class: the same words are one class") {
  WordClassTable table;
  const ClassId low = table.add({1, 2});
  const ClassId other = table.add({2, 3});
  CHECK(low != other);
  CHECK(table.add({1, 2}) == low);
  CHECK(table.size() == 2);
  CHECK(table.words(low) == std::vector<WordId>{1, 2});
  CHECK(table.words(other) == std::vector<WordId>{2, 3});
}

TEST_CASE("word class: which classes a word is in") {
  WordClassTable table;
  const ClassId low = table.add({1, 2});
  const ClassId other = table.add({2, 5});
  table.finish();
  struct Row {
    WordId word;
    std::vector<ClassId> classes;
  };
  const Row rows[] = {{kUnknownWord, {}}, {1, {low}}, {2, {low, other}}, {3, {}},
                      {5, {other}},       {1'000, {}}};
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK_FALSE(table.is_common(row.word));
    CHECK(table.few_classes(row.word) == row.classes);
    CHECK(table.has(row.word, low) == (std::ranges::count(row.classes, low) == 1));
  }
}

TEST_CASE("word class: a word of very many classes is found in each of them") {
  WordClassTable table;
  std::vector<ClassId> with;
  std::vector<ClassId> without;
  for (WordId word = 2; word < 300; ++word) {
    with.push_back(table.add({1, word}));
    without.push_back(table.add({word}));
  }
  table.finish();
  CHECK(table.is_common(1));
  CHECK_FALSE(table.is_common(2));
  std::size_t classes_of_one = 0;
  for (const std::uint64_t bits : table.class_bits(1)) {
    classes_of_one += static_cast<std::size_t>(std::popcount(bits));
  }
  CHECK(classes_of_one == with.size());
  for (const ClassId id : with) CHECK(table.has(1, id));
  for (const ClassId id : without) CHECK_FALSE(table.has(1, id));
  CHECK(table.has(9, with[7]));
  CHECK(table.has(9, without[7]));
  CHECK_FALSE(table.has(10, with[7]));
}

TEST_CASE("word class: an empty table knows no word") {
  WordClassTable table;
  table.finish();
  for (const WordId word : {WordId{0}, WordId{1}, WordId{70'000}}) {
    CHECK_FALSE(table.is_common(word));
    CHECK(table.few_classes(word).empty());
  }
}

TEST_CASE("word class: a table that was moved still finds its words") {
  WordClassTable table;
  const ClassId low = table.add({1, 2});
  table.finish();
  const WordClassTable moved = std::move(table);
  CHECK(moved.words(low) == std::vector<WordId>{1, 2});
  CHECK(moved.few_classes(2) == std::vector<ClassId>{low});
}

}  // namespace waymark
