#include "adapters/host/english_words.h"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("english words: the list is whole, one word a line") {
  const std::string_view words = english_words();
  CHECK(words.size() > 500'000);
  CHECK(words.ends_with('\n'));
  CHECK(words.find("\ntherapist\n") != std::string_view::npos);
  CHECK(words.find("\ncolour\n") != std::string_view::npos);
}

}  // namespace waymark
