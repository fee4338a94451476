#include "engine/text/word_splitter.h"

#include <doctest/doctest.h>

#include "tests/fakes/small_language.h"

namespace waymark {
namespace {

// The words that `run` is split into, with blanks between them; "" for none.
std::string split(const Language& language, std::string_view run) {
  std::string out;
  for (const std::string& word :
       split_run_together(language, run).value_or(std::vector<std::string>())) {
    out += (out.empty() ? "" : " ") + word;
  }
  return out;
}

}  // namespace

TEST_CASE("word splitter: words that were run together") {
  Language language =
      fakes::language_of("want to die need help feel low kill myself am so we were rewe ve");
  language.rewrites.add("don't", {"do", "not"}, false);
  language.rewrites.add("u", {"you"}, false);
  struct Row {
    std::string what;
    std::string run;
    std::string words;
  };
  const Row rows[] = {
      {"two words", "needhelp", "need help"},
      {"three words", "wanttodie", "want to die"},
      {"with i", "iwanttodie", "i want to die"},
      {"five words", "ifeelsolowhelp", "i feel so low help"},
      {"six words", "ineedhelpifeelso", "i need help i feel so"},
      {"a rewritten word", "dontkillmyself", "do not kill myself"},
      {"with a common short word", "needuhelp", "need you help"},
      {"other short words are no pieces", "needvehelp", ""},
      {"the fewest words win", "iamso", "i am so"},
      {"as few in two ways", "wewere", "we were"},
      {"a rest that is no word", "needhelpx", ""},
      {"too short", "todi", ""},
      {"eight words in a short run", "iamsoiamsoiamso", ""},
      {"a long run", "needhelpneedhelpneedhelp", "need help need help need help"},
      {"a long run with letters of no word", "needhelpxqneedhelp", "need help xq need help"},
      {"a long run of letters of no word", "xqzwxqzwxqzwneedhelp", ""},
      {"too long", std::string(401, 'i'), ""},
      {"four letters, two common words", "weso", "we so"},
      {"four letters, one that is not common", "uwee", ""},
      {"not one word of it is known", "qwerty", ""},
      {"nothing", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(split(language, row.run) == row.words);
  }
}

TEST_CASE("word splitter: real words that the pack does not know") {
  Language language = fakes::language_of("she my");
  language.known_words = WordList("threw\nmug\n");
  CHECK_FALSE(split_run_together(language, "shethrew"));
  CHECK(split_real_words(language, "shethrew") == std::vector<std::string>{"she", "threw"});
  CHECK_FALSE(split_real_words(language, "shethrewmymug"));
  CHECK_FALSE(split_real_words(language, "mymy"));
}

TEST_CASE("word splitter: letters typed one by one, as many as words take") {
  const Language language = fakes::language_of("kill myself now");
  struct Row {
    std::string letters;
    std::size_t taken;
    std::vector<std::string> words;
  };
  const Row rows[] = {{"killmyself", 10, {"kill", "myself"}},
                      {"killxnow", 4, {"kill"}},
                      {"xkill", 0, {}},
                      {"my", 0, {}},
                      {"", 0, {}}};
  for (const Row& row : rows) {
    CAPTURE(row.letters);
    const SpeltOut read = read_spelt_out(language, row.letters);
    CHECK(read.letters == row.taken);
    CHECK(read.words == row.words);
  }
}

TEST_CASE("word splitter: of two splits with as few words none is sure") {
  const Language language = fakes::language_of("no tables not ables notes");
  CHECK(split(language, "notesables") == "notes ables");
  CHECK(split(language, "notables") == "");
}

}  // namespace waymark
