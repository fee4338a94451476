#include "engine/match/pattern.h"

#include <doctest/doctest.h>

#include "tests/fakes/phrase_set.h"

namespace waymark {
namespace {

struct Row {
  std::string phrase;
  std::string message;
  std::string found;  // the words of each hit, parted by " | "
};

template <std::size_t N>
void check(const Row (&rows)[N], const fakes::SynonymSets& sets = {}) {
  for (const Row& row : rows) {
    CAPTURE(row.phrase);
    CAPTURE(row.message);
    CHECK(fakes::found_by(row.phrase, row.message, sets) == row.found);
  }
}

}  // namespace

TEST_CASE("pattern: words, wherever they stand in a message") {
  check({
      {"ipt", "ipt", "ipt"},
      {"ipt", "What is IPT?", "ipt"},
      {"what is ipt", "so what is ipt then", "what is ipt"},
      {"what is ipt", "what ipt is", ""},
      {"what is ipt", "what is", ""},
      {"  what \t is  ", "what is", "what is"},
      {"ipt", "ipt, ipt and ipt", "ipt | ipt | ipt"},
      {"low", "slow lows", ""},
  });
}

TEST_CASE("pattern: an author's words are read like a visitor's") {
  check({
      {"IPT", "ipt", "ipt"},
      {"self-harm", "self harm", "self harm"},
      {"café", "CAFE", "cafe"},
      {"mum’s job", "mums job", ""},
      {"mum's job", "mum's job", "mum job"},
      {"£20", "about £20", "£ 20"},
      {"16", "16 weeks", "16"},
  });
}

TEST_CASE("pattern: a word with its endings") {
  check({
      {"argue+", "we argued", "argued"},
      {"argue+", "argues arguing argue", "argues | arguing | argue"},
      {"argue+", "argument", ""},
      {"we argue+ a lot", "we arguing a lot", "we arguing a lot"},
      {"(argue+|fight) now", "argued now", "argued now"},
  });
}

TEST_CASE("pattern: what may be there and one of several") {
  check({
      {"what is [the] ipt", "what is ipt", "what is ipt"},
      {"what is [the] ipt", "what is the ipt", "what is the ipt"},
      {"what is [the] ipt", "what is that ipt", ""},
      {"what is [the|this new] ipt", "what is this new ipt", "what is this new ipt"},
      {"what is [the|this new] ipt", "what is this ipt", ""},
      {"(cost|price of) therapy", "price of therapy", "price of therapy"},
      {"(cost|price of) therapy", "cost therapy", "cost therapy"},
      {"(cost|price of) therapy", "price therapy", ""},
      {"( a | b )[ c ]d", "b c d", "b c d"},
      {"a [b [c]] d", "a b d", "a b d"},
      {"a [b [c]] d", "a c d", ""},
      {"a ((b|c) (d|e)|f)", "a c d", "a c d"},
      {"a ((b|c) (d|e)|f)", "a f", "a f"},
  });
}

TEST_CASE("pattern: the longest match from a place counts") {
  check({
      {"so [so] sad", "so so sad", "so so sad | so sad"},
      {"want [to die]", "want to die", "want to die"},
      {"a (b|b c)", "a b c", "a b c"},
      {"a * b", "a x b b", "a x b b"},
      {"a [*2]", "a x y z", "a x y"},
  });
}

TEST_CASE("pattern: gaps of other words") {
  check({
      {"talk * someone", "talk someone", "talk someone"},
      {"talk * someone", "talk to with about someone", "talk to with about someone"},
      {"talk * someone", "talk to and with about someone", ""},
      {"talk *1 someone", "talk to someone", "talk to someone"},
      {"talk *1 someone", "talk just to someone", ""},
      {"talk *10 someone", "talk 1 2 3 4 5 6 7 8 9 10 someone",
       "talk 1 2 3 4 5 6 7 8 9 10 someone"},
      {"talk *10 someone", "talk 1 2 3 4 5 6 7 8 9 10 11 someone", ""},
      {"talk *2 *2 someone", "talk 1 2 3 4 someone", "talk 1 2 3 4 someone"},
      {"talk * someone", "talk 😢 to, someone", "talk 😢 to someone"},
      {"* low", "i feel low", "i feel low | feel low | low"},
  });
}

TEST_CASE("pattern: neither words nor gaps cross the end of a sentence") {
  check({
      {"talk * someone", "talk. someone", ""},
      {"talk * someone", "talk now! to someone", ""},
      {"talk * someone", "talk\nsomeone", ""},
      {"talk * someone", "talk? talk to someone", "talk to someone"},
      {"want to die", "i want. to die", ""},
      {"want to die", "i want, to die", "want to die"},
      {"(a & b)", "a. b", ""},
      {"(a & b)", "a; b a", "b a"},
  });
}

TEST_CASE("pattern: all of some words in any order") {
  check({
      {"(cost & therapy)", "the cost of therapy", "cost of therapy"},
      {"(cost & therapy)", "therapy and its cost", "therapy and its cost"},
      {"(cost & therapy)", "therapy 1 2 3 4 cost", "therapy 1 2 3 4 cost"},
      {"(cost & therapy)", "therapy 1 2 3 4 5 cost", ""},
      {"(cost & therapy)", "therapy", ""},
      {"(a & b & c)", "c x a x b", "c x a x b"},
      {"(a & b & c)", "c x a x a", ""},
      {"(a & b & c & d)", "d c b a", "d c b a"},
      {"(a & b & c & d)", "b d 1 2 3 4 a c", "b d 1 2 3 4 a c"},
      {"((cost|price) & [my] therapy)", "my therapy price", "my therapy price | therapy price"},
      {"how ((a & b)|c)", "how b a", "how b a"},
  });
}

TEST_CASE("pattern: the edges of sentences") {
  check({
      {"^ hello $", "hello", "hello"},
      {"^ hello $", "hello!", "hello"},
      {"^ hello $", "hello you", ""},
      {"^ hello $", "oh hello", ""},
      {"^ hello $", "bye. hello? bye", "hello"},
      {"^ hello", "hello you", "hello"},
      {"hello $", "oh hello.", "hello"},
      {"bye (now|$)", "bye", "bye"},
      {"bye (now|$)", "bye now", "bye now"},
      {"bye (now|$)", "bye then", ""},
      {"^ (yes|no) [please] $", "no please...", "no please"},
  });
}

TEST_CASE("pattern: synonym sets") {
  const fakes::SynonymSets sets = {{"feel", {"feel+", "am"}},
                                   {"low", {"low", "down in the dumps", "[so] sad"}},
                                   {"mood", {"{feel} {low}", "in a ({low}|bad) mood"}}};
  check(
      {
          {"{feel} {low}", "i am low", "am low"},
          {"{feel} {low}", "feeling down in the dumps", "feeling down in the dumps"},
          {"{feel} {low}", "feel so sad", "feel so sad"},
          {"{feel} {low}", "feel down", ""},
          {"i {mood} [today]", "i am so sad today", "i am so sad today"},
          {"i {mood} [today]", "i in a bad mood", "i in a bad mood"},
          {"({feel}|{low})", "feels sad", "feels | sad"},
          {"{feel} * {feel}", "feel that i am", "feel that i am"},
      },
      sets);
}

TEST_CASE("pattern: typed things") {
  fakes::PhraseSet phrases;
  phrases.add("<number> sessions");
  phrases.add("in <nation>");
  phrases.finish();
  const std::vector<EntitySpan> entities = {{EntityType::Number, {0, 1}},
                                            {EntityType::Nation, {3, 5}}};
  CHECK(phrases.found("16 sessions in northern ireland", entities) ==
        "16 sessions | in northern ireland");
  CHECK(phrases.found("16 sessions in northern ireland") == "");
  CHECK(phrases.found("sessions 16 in in northern", {{EntityType::Number, {1, 2}}}) == "");
}

TEST_CASE("pattern: every type of thing can be named") {
  for (std::size_t i = 0; i < kEntityTypeNames.size(); ++i) {
    CAPTURE(kEntityTypeNames[i]);
    fakes::PhraseSet phrases;
    phrases.add("about <" + std::string(kEntityTypeNames[i]) + ">");
    phrases.finish();
    const auto type = static_cast<EntityType>(i);
    CHECK(phrases.found("about this thing", {{type, {1, 3}}}) == "about this thing");
    CHECK(phrases.found("about this thing") == "");
  }
}

TEST_CASE("pattern: what is wrong with a phrase, and where") {
  struct ErrorRow {
    std::string phrase;
    std::string code;
    std::size_t offset;
  };
  const ErrorRow rows[] = {
      {"a | b", "WM301", 2},
      {"a & b", "WM301", 2},
      {"a)", "WM301", 1},
      {"a ]b", "WM301", 2},
      {"a > b", "WM301", 2},
      {"a }", "WM301", 2},
      {"a +", "WM301", 2},
      {"(a|b)+", "WM301", 5},
      {"+", "WM301", 0},
      {"", "WM302", 0},
      {"  ", "WM302", 2},
      {"a ()", "WM302", 3},
      {"a []", "WM302", 3},
      {"(a|)", "WM302", 3},
      {"(|a)", "WM302", 1},
      {"(a & )", "WM302", 5},
      {"(a", "WM303", 2},
      {"a [b", "WM303", 4},
      {"a {low", "WM303", 3},
      {"<number", "WM303", 1},
      {"(a]", "WM303", 2},
      {"[a)", "WM303", 2},
      {"(a | b & c)", "WM303", 7},
      {"(a & b | c)", "WM303", 7},
      {"a *0 b", "WM304", 4},
      {"a *11 b", "WM304", 5},
      {"(a & b & c & d & e)", "WM304", 19},
      {"a *99999999999999999999 b", "WM304", 23},
      {"a . b", "WM305", 2},
      {"!!", "WM305", 0},
      {"self-harm+", "WM305", 10},
      {"don't+", "WM305", 6},
      {"[a & b]", "WM306", 7},
      {"<colour>", "WM307", 1},
      {"a <>", "WM307", 3},
      {"a {missing}", "WM308", 3},
      {"{}", "WM308", 1},
  };
  for (const ErrorRow& row : rows) {
    CAPTURE(row.phrase);
    Language language;
    language.rewrites.add("don't", {"do", "not"}, false);
    Lexicon lexicon(language);
    lexicon.declare("low", {{"low", {}}});
    const auto parsed = parse_pattern(row.phrase, PhraseKind::Pattern, language, lexicon.lookup());
    CHECK_FALSE(parsed.has_value());
    if (parsed) continue;
    CHECK(parsed.error().code == row.code);
    CHECK(parsed.error().offset == row.offset);
    CHECK_FALSE(parsed.error().message.empty());
  }
}

TEST_CASE("pattern: a synonym set holds words only") {
  struct EntryRow {
    std::string phrase;
    std::string code;  // empty where the phrase is fine
  };
  const EntryRow rows[] = {
      {"low", ""},
      {"down [in the] dumps", ""},
      {"feel+ (low|sad)", ""},
      {"{low}", ""},
      {"a * b", "WM306"},
      {"^ a", "WM306"},
      {"a $", "WM306"},
      {"<number>", "WM306"},
      {"(a & b)", "WM306"},
      {"{missing}", "WM308"},
  };
  for (const EntryRow& row : rows) {
    CAPTURE(row.phrase);
    Language language;
    Lexicon lexicon(language);
    lexicon.declare("low", {{"low", {}}});
    const auto parsed = parse_pattern(row.phrase, PhraseKind::SetEntry, language, lexicon.lookup());
    CHECK(parsed.has_value() == row.code.empty());
    if (!parsed) CHECK(parsed.error().code == row.code);
  }
}

TEST_CASE("pattern: its words join the vocabulary, as they will be typed") {
  Language language;
  language.rewrites.add("don't", {"do", "not"}, false);
  Lexicon lexicon(language);
  REQUIRE(parse_pattern("Don't argue+", PhraseKind::Pattern, language, lexicon.lookup()));
  for (const char* word : {"do", "not", "argue", "arguing"}) {
    CHECK(language.vocabulary.find(word) != kUnknownWord);
  }
  CHECK(language.vocabulary.find("don't") == kUnknownWord);
}

}  // namespace waymark
