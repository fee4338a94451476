#include "engine/text/stemmer.h"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("stemmer: the forms of a word have one stem") {
  const Stemmer stemmer("en-GB");
  const std::pair<std::string, std::string> rows[] = {
      {"argue", "argu"},
      {"argued", "argu"},
      {"arguing", "argu"},
      {"sessions", "session"},
      {"therapy", "therapi"},
      {"therapies", "therapi"},
      {"sad", "sad"},
      {"a", "a"},
      {"", ""},
      {"42", "42"},
      {"don't", "don't"},
  };
  for (const auto& [word, stem] : rows) {
    CAPTURE(word);
    CHECK(stemmer.stem(word) == stem);
  }
}

TEST_CASE("stemmer: words that are not alike keep stems of their own") {
  const Stemmer stemmer("en-GB");
  CHECK(stemmer.stem("cost") != stemmer.stem("coast"));
  CHECK(stemmer.stem("die") != stemmer.stem("diet"));
}

TEST_CASE("stemmer: letters beyond ASCII come back whole") {
  const Stemmer stemmer("en-GB");
  CHECK(stemmer.stem("na\xC3\xAFve").starts_with("na\xC3\xAF"));
  CHECK(stemmer.stem("\xF0\x9F\x98\xA2") == "\xF0\x9F\x98\xA2");
}

TEST_CASE("stemmer: another language has its own stems") {
  CHECK(Stemmer("de-DE").stem("sitzungen") == "sitzung");
  CHECK(Stemmer("en-GB").stem("sitzungen") == "sitzungen");
  CHECK(Stemmer("en").stem("argued") == "argu");
}

TEST_CASE("stemmer: a language that it does not know stems nothing") {
  for (const char* locale : {"cy-GB", "xx", ""}) {
    CAPTURE(std::string(locale));
    CHECK(Stemmer(locale).stem("argued") == "argued");
  }
}

}  // namespace waymark
