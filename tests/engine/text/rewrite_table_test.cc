#include "engine/text/rewrite_table.h"

#include <doctest/doctest.h>

#include <string>

namespace waymark {
namespace {

using Words = RewriteTable::Words;

Words found(const RewriteTable& table, std::string_view word) {
  const Words* words = table.find(word);
  return words == nullptr ? Words() : *words;
}

}  // namespace

TEST_CASE("rewrite table: a word with an apostrophe covers the one without") {
  RewriteTable table;
  CHECK(table.add("don't", {"do", "not"}, false));
  CHECK(table.add("u", {"you"}, false));
  CHECK(found(table, "don't") == Words{"do", "not"});
  CHECK(found(table, "dont") == Words{"do", "not"});
  CHECK(found(table, "u") == Words{"you"});
  CHECK(table.find("do") == nullptr);
  CHECK(table.find("") == nullptr);
}

TEST_CASE("rewrite table: an exact word covers itself alone") {
  RewriteTable table;
  CHECK(table.add("we're", {"we", "are"}, true));
  CHECK(found(table, "we're") == Words{"we", "are"});
  CHECK(table.find("were") == nullptr);
}

TEST_CASE("rewrite table: a word cannot stand for two things") {
  RewriteTable table;
  CHECK(table.add("don't", {"do", "not"}, false));
  CHECK(table.add("don't", {"do", "not"}, false));
  CHECK_FALSE(table.add("don't", {"never"}, false));
  CHECK_FALSE(table.add("dont", {"never"}, false));
  CHECK(found(table, "dont") == Words{"do", "not"});
}

TEST_CASE("rewrite table: apostrophes and possessive endings come off") {
  const std::pair<const char*, const char*> rows[] = {
      {"mum", "mum"},        {"mum's", "mum"}, {"mums'", "mums"}, {"don't", "dont"},
      {"o'clock", "oclock"}, {"'s", ""},       {"it's's", "its"}, {"", ""}};
  for (const auto& [word, bare] : rows) CHECK(without_apostrophes(word) == bare);
}

}  // namespace waymark
