#include "engine/text/spelling.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/fakes/small_language.h"

namespace waymark {
namespace {

// What `typed` is corrected to by the words of `vocabulary`, or "".
std::string corrected(std::string_view vocabulary, std::string_view typed) {
  const Language language = fakes::language_of(vocabulary);
  const WordId meant = language.spelling.correct(language.vocabulary, typed);
  return language.vocabulary.word(meant);
}

}  // namespace

TEST_CASE("spelling: slips of the pen and of the keyboard") {
  struct Row {
    std::string typed;
    std::string meant;
  };
  const std::string vocabulary = "therapist therapy depressed anxious lonely myself suicidal week";
  const Row rows[] = {
      {"therpist", "therapist"},    // a letter left out
      {"theerapist", "therapist"},  // one too many
      {"tehrapist", "therapist"},   // two the wrong way round
      {"thetapist", "therapist"},   // a neighbour on the keyboard
      {"thirapist", "therapist"},   // a vowel for a vowel
      {"depresed", "depressed"},    // a double letter once
      {"deppressed", "depressed"},  // a single letter twice
      {"anxius", "anxious"},       {"lonley", "lonely"},     {"mysefl", "myself"},
      {"suicdal", "suicidal"},     {"sucidial", "suicidal"},  // two faults in a long word
      {"dipresed", "depressed"},                              // two
      {"theropyst", "therapist"},                             // two vowels
      {"thxropyxt", ""},                                      // too far
      {"xerapisto", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    CHECK(corrected(vocabulary, row.typed) == row.meant);
  }
}

TEST_CASE("spelling: how far a word may be off depends on its length") {
  struct Row {
    std::string what;
    std::string vocabulary;
    std::string typed;
    std::string meant;
  };
  const Row rows[] = {
      {"three letters are never corrected", "lows", "low", ""},
      {"three letters are never a correction", "die", "dife", ""},
      {"four letters, one fault", "week", "wekk", "week"},
      {"four letters, two faults", "week", "wkkk", ""},
      {"seven letters, one fault", "anxious", "anxiuus", "anxious"},
      {"seven letters, two faults", "anxious", "inxiuzs", ""},
      {"eight letters, two faults", "suicidal", "suucidul", "suicidal"},
      {"eight letters, three faults", "suicidal", "suukydul", ""},
      {"digits are no slips", "week", "we3k", ""},
      {"nor are letters beyond a to z", "week", "wéek", ""},
      {"a very long word is left alone", std::string(25, 'a'), std::string(26, 'a'), ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(corrected(row.vocabulary, row.typed) == row.meant);
  }
}

TEST_CASE("spelling: the nearest word wins, and of two as near none") {
  struct Row {
    std::string what;
    std::string vocabulary;
    std::string typed;
    std::string meant;
  };
  const Row rows[] = {
      {"a neighbour is nearer than another letter", "bread break", "breaf", "bread"},
      {"a swap is nearer than a letter too many", "trial trails", "trials", "trails"},
      {"as near to both", "sand send", "snd", ""},
      {"as near to both, in the other order", "send sand", "sbnd", ""},
      {"one near, one far", "panic picnic", "pnic", "panic"},
      {"a short word keeps its first letter", "fight", "tight", ""},
      {"a long one may lose it", "therapist", "yherapist", "therapist"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(corrected(row.vocabulary, row.typed) == row.meant);
  }
}

TEST_CASE("spelling: nothing is corrected to a denial") {
  for (const char* typed : {"nevr", "neever", "neverr", "nver", "nott", "noot"}) {
    CAPTURE(std::string(typed));
    CHECK(corrected("never not no", typed) == "");
  }
}

TEST_CASE("spelling: the order of the vocabulary does not matter") {
  std::vector<std::string> words = {"sand", "send", "bread", "break", "panic", "therapist"};
  std::ranges::sort(words);
  do {
    std::string vocabulary;
    for (const std::string& word : words) vocabulary += word + ' ';
    REQUIRE(corrected(vocabulary, "breaf") == "bread");
    REQUIRE(corrected(vocabulary, "sbnd") == "");
    REQUIRE(corrected(vocabulary, "therpist") == "therapist");
  } while (std::ranges::next_permutation(words).found);
}

TEST_CASE("spelling: of two words as near, the more common one") {
  const Language language = fakes::language_of("breaching breathing");
  std::vector<std::uint32_t> counts(language.vocabulary.size() + 1);
  const WordId breathing = language.vocabulary.find("breathing");
  CHECK(language.spelling.correct(language.vocabulary, "breahing") == kUnknownWord);
  counts[breathing] = 9;
  CHECK(Spelling(language.vocabulary, {}, counts).correct(language.vocabulary, "breahing") ==
        breathing);
}

TEST_CASE("spelling: what a slip costs") {
  struct Row {
    const char* typed;
    const char* meant;
    int cost;
  };
  const Row rows[] = {{"week", "week", 0}, {"", "", 0},          {"", "ab", 16},
                      {"weak", "week", 7}, {"wrek", "week", 7},  {"wekk", "week", 10},
                      {"wek", "week", 7},  {"weeek", "week", 7}, {"ewek", "week", 7},
                      {"wee", "week", 8},  {"weekl", "week", 10}};
  for (const Row& row : rows) {
    CAPTURE(std::string(row.typed));
    CHECK(typing_cost(row.typed, row.meant, 100) == row.cost);
  }
  CHECK(typing_cost("abcdefgh", "stuvwxyz", 20) > 20);
  CHECK(typing_cost(std::string(60, 'a'), "a", 20) > 20);
}

}  // namespace waymark
