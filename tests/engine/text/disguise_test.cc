#include "engine/text/disguise.h"

#include <doctest/doctest.h>

#include "tests/fakes/small_language.h"

namespace waymark {

TEST_CASE("disguise: digits and signs in place of letters") {
  Language language = fakes::language_of("suicide kill die help bad gas test ill self harm cut");
  language.misspellings.add("suiside", {"suicide"}, true);
  struct Row {
    std::string written;
    std::string word;  // empty where it disguises nothing
  };
  const Row rows[] = {
      {"su1cide", "suicide"},
      {"su!c1d3", "suicide"},
      {"s*icide", "suicide"},
      {"s**cide", "suicide"},
      {"s***ide", ""},
      {"k1ll", "kill"},
      {"k!||", "kill"},
      {"d13", "die"},
      {"h3lp", "help"},
      {"h+lp", ""},
      {"8@d", "bad"},
      {"9as", "gas"},
      {"+es+", "test"},
      {"$3lf", "self"},
      {"h4rm", "harm"},
      {"cu7", "cut"},
      {"5u1s1d3", "suiside"},
      {"help", ""},
      {"xyl0phone", ""},
      {"111", ""},
      {"*ll", "ill"},
      {"d1", ""},
      {"", ""},
      {"1111111ll", ""},
      {std::string(25, 'a') + "1", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(undisguise(language, row.written).value_or("") == row.word);
  }
}

TEST_CASE("disguise: short words where digits stand for letters all over") {
  const Language language = fakes::language_of("i to is die");
  const std::pair<std::string, std::string> rows[] = {
      {"1", "i"}, {"70", "to"}, {"15", "is"}, {"d13", "die"}, {"16", ""}, {"999", ""}, {"", ""}};
  for (const auto& [written, word] : rows) {
    CAPTURE(written);
    CHECK(undisguise_short(language, written).value_or("") == word);
  }
}

TEST_CASE("disguise: what disguises nothing is parted at its signs") {
  struct Row {
    std::string written;
    std::vector<std::string> parts;
  };
  const Row rows[] = {{"help!please", {"help", "please"}},
                      {"a+b|c", {"a", "b", "c"}},
                      {"!!help!!", {"help"}},
                      {"help", {"help"}},
                      {"b4", {"b4"}},
                      {"!", {}},
                      {"", {}}};
  for (const Row& row : rows) {
    CAPTURE(row.written);
    CHECK(parted_at_signs(row.written) == row.parts);
  }
}

TEST_CASE("disguise: which signs may stand for a letter") {
  for (const char c : std::string_view("!@$*|+")) CHECK(is_letter_sign(static_cast<char32_t>(c)));
  for (const char32_t code : {U'a', U'1', U'.', U'?', U'-', U'\'', U' ', U'£', U'é'}) {
    CHECK_FALSE(is_letter_sign(code));
  }
}

}  // namespace waymark
