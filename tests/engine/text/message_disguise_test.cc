#include "engine/text/message_disguise.h"

#include <doctest/doctest.h>

#include "engine/text/normaliser.h"
#include "tests/fakes/small_language.h"

namespace waymark {
namespace {

std::vector<RawWord> raw_of(std::string_view message) {
  return split_words(normalise(admit(message).glyphs));
}

std::string read(const Language& language, std::string_view message) {
  std::string words;
  for (const RawWord& word : undisguised(language, raw_of(message), message)) {
    words += (words.empty() ? "" : " ") + word.text;
  }
  return words;
}

}  // namespace

TEST_CASE("message disguise: what shows over the whole of a message") {
  const Language language = fakes::language_of("i want to die now so it is");
  struct Row {
    std::string what;
    std::string message;
    std::string words;
  };
  const Row rows[] = {
      {"plain", "i want to die", "i want to die"},
      {"dots in words", "i w.a.n.t t.o d.i.e", "i want to die"},
      {"dashes in words", "w-a-n-t t-o d-i-e now", "want to die now"},
      {"wide gaps", "w a n t   t o   d i e", "want to die"},
      {"one kind of gap is left for a guess", "w a n t t o", "w a n t t o"},
      {"an apostrophe among letters", "i d.o.n't", "i don't"},
      {"emoji for blanks", "i 😢 want 😢 to 😢 die", "i want to die"},
      {"one emoji is no blank", "i want 😢 to die", "i want 😢 to die"},
      {"emoji in a word", "d😢i😢e n😢o😢w", "die now"},
      {"digits all over", "1 w4n7 70 d13", "i w4n7 to die"},
      {"a number in a plain message", "i want 70 now", "i want 70 now"},
      {"a word of another script that looks Latin", "ԁо ѕо", "ԁо so"},
      {"a word of another script", "сор", "сор"},
      {"nothing", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(read(language, row.message) == row.words);
  }
}

TEST_CASE("message disguise: words drawn out all over") {
  CHECK(shortest_run("soooo") == 4);
  CHECK(shortest_run("sooo gooood") == 3);
  CHECK(shortest_run("too") == 0);
  CHECK(drawn_out_all_over(raw_of("iii waaant tooooo")) == 3);
  CHECK(drawn_out_all_over(raw_of("i am sooo low")) == 0);
  CHECK(drawn_out_all_over(raw_of("sooo")) == 0);
}

TEST_CASE("message disguise: letters as in words that are spelt out") {
  const std::pair<std::string, bool> rows[] = {{"a", true},   {"n't", true},    {"1", false},
                                               {"am", false}, {"don't", false}, {"ж", false}};
  for (const auto& [word, spelt] : rows) {
    CAPTURE(word);
    const std::vector<RawWord> raw = raw_of(word);
    REQUIRE(raw.size() == 1);
    CHECK(is_spelt(raw.front()) == spelt);
    CHECK(is_single_letter(raw.front()) == (word == "a"));
  }
}

}  // namespace waymark
