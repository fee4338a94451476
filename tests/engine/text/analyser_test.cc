#include "engine/text/analyser.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "engine/api/limits.h"
#include "tests/fakes/small_language.h"

namespace waymark {
namespace {

// English of a few words, with rewrites of every kind.
Language make_language() {
  Language language = fakes::language_of(
      "i want to die kill myself therapist depressed feel so good help me please too do not never "
      "can we are you go kms suicide it is mum");
  language.rewrites.add("don't", {"do", "not"}, false);
  language.rewrites.add("can't", {"can", "not"}, false);
  language.rewrites.add("it's", {"it", "is"}, false);
  language.rewrites.add("u", {"you"}, false);
  language.rewrites.add("kys", {"kill", "yourself"}, false);
  language.rewrites.add("we're", {"we", "are"}, true);
  language.misspellings.add("theropy", {"therapy"}, true);
  language.known_words = WordList("were\nhood\nhelm\nthat's\nsolo\nlow\nhouse\n");
  return language;
}

std::string words(std::string_view message) {
  return fakes::words_of(analyse(make_language(), message).tokens);
}

struct Row {
  std::string message;
  std::string words;
};

}  // namespace

TEST_CASE("analyser: rewrites with and without the apostrophe") {
  const Row rows[] = {
      {"I don't want to", "i do not want to"},
      {"I DON’T", "i do not"},
      {"i dont", "i do not"},
      {"cant can`t", "can not can not"},
      {"u can", "you can"},
      {"it's its", "it is it is"},
      {"we're", "we are"},
      {"were", "were"},
      {"theropy", "therapy"},
      {"mum's", "mum"},
      {"don't's", "do not"},
      {"zzz'z", "zzzz"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(words(row.message) == row.words);
  }
}

TEST_CASE("analyser: drawn out words") {
  const Row rows[] = {
      {"sooo", "so"},
      {"sooooooooooo goooood", "so good"},
      {"tooo", "too"},
      {"heeeelp meeee pleeaaase", "help me please"},
      {"I dooon't", "i do not"},
      {"iiiii wannnt", "i want"},
      {"depresssssed", "depressed"},
      {"kysssss", "kill yourself"},
      {"zzzzzz", "zzzzzz"},
      {"good too", "good too"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(words(row.message) == row.words);
  }
}

TEST_CASE("analyser: words that were spelt out") {
  const Row rows[] = {
      {"k m s", "kms"},
      {"k.m.s", "kms"},
      {"K. M. S", "k . m . s"},
      {"i want to d i e", "i want to die"},
      {"i k m s", "i kms"},
      {"k m s u", "kms you"},
      {"k y s now", "kill yourself now"},
      {"i w a n t t o d i e", "i want to die"},
      {"a b c", "a b c"},
      {"d-i-e", "die"},
      {"g o", "g o"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(words(row.message) == row.words);
  }
}

TEST_CASE("analyser: disguised words") {
  const Row rows[] = {
      {"su1cide", "suicide"},
      {"k!ll myself", "kill myself"},
      {"s*icide", "suicide"},
      {"k1ll mys3lf", "kill myself"},
      {"k😢m😢s", "kms"},
      {"help+me", "help me"},
      {"go@help", "go help"},
      {"16 b4 2nd", "16 b4 2nd"},
      {"help! me", "help . me"},
      {"good!i want", "good . i want"},
      {"i.want.to.die", "i want to die"},
      {"help30", "help 30"},
      {"30help", "30 help"},
      {"iii waaant tooo diiie", "i want to die"},
      {"1 w4n7 70 d13", "i want to die"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(words(row.message) == row.words);
  }
}

TEST_CASE("analyser: words that were run together") {
  const Row rows[] = {
      {"iwanttodie", "i want to die"},
      {"i wantto die", "i want to die"},
      {"killmyself", "kill myself"},
      {"dontgo", "do not go"},
      {"solo", "solo"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(words(row.message) == row.words);
  }
}

TEST_CASE("analyser: spelling is corrected where the word is not a real one") {
  const Row rows[] = {
      {"a therpist", "a therapist"},
      {"suicde", "suicide"},
      {"im depresed", "im depressed"},
      {"thereapisssst", "therapist"},
      {"helm", "helm"},
      {"hood", "hood"},
      {"nver", "nver"},
      {"never not do", "never not do"},
      {"xylophone", "xylophone"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(words(row.message) == row.words);
  }
}

TEST_CASE("analyser: a correction is shown, a rewrite is none") {
  const Language language = make_language();
  const Utterance utterance = analyse(language, "i dont therpist k m s helpme soooo");
  struct Expected {
    std::string text;
    std::string corrected_from;
  };
  const Expected expected[] = {
      {"i", ""},        {"do", ""},         {"not", ""},      {"therapist", "therpist"},
      {"kms", "k m s"}, {"help", "helpme"}, {"me", "helpme"}, {"so", "soooo"}};
  REQUIRE(utterance.tokens.size() == std::size(expected));
  for (std::size_t i = 0; i < std::size(expected); ++i) {
    CHECK(utterance.tokens[i].text == expected[i].text);
    CHECK(utterance.tokens[i].corrected_from == expected[i].corrected_from);
  }
}

TEST_CASE("analyser: every token points at the bytes it stands for") {
  const Row rows[] = {
      {"I  don’t!", "|I|don’t|don’t"},
      {"ＨＥＬＰ me", "|ＨＥＬＰ|me"},
      {"\xFFgo\xFF cafe\u0301", "|go|cafe\u0301"},
      {"iwanttodie", "|iwanttodie|iwanttodie|iwanttodie|iwanttodie"},
      {"k. m s k m s?", "|k|.|m|s|k m s|?"},
      {"ok k m s!", "|ok|k m s"},
      {"go\u200Bod 😢", "|go\u200Bod|😢"},
      {"\u00DF", "|\u00DF"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    std::string sources;
    for (const Token& token : analyse(make_language(), row.message).tokens) {
      sources +=
          '|' + row.message.substr(token.source.begin, token.source.end - token.source.begin);
    }
    CHECK(sources == row.words);
  }
}

TEST_CASE("analyser: only a question mark is kept at the end of a message") {
  const Row rows[] = {{"go.", "go"},  {"go!!!", "go"}, {"go?", "go ?"}, {"go?!", "go ?"},
                      {"go\n", "go"}, {"...", ""},     {"?", "?"},      {"go. i", "go . i"},
                      {"", ""},       {"\x01\x02", ""}};
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(words(row.message) == row.words);
  }
}

TEST_CASE("analyser: known words have their number, others none") {
  const Language language = make_language();
  const Utterance utterance = analyse(language, "help xylophone house. 16");
  REQUIRE(utterance.tokens.size() == 5);
  CHECK(utterance.tokens[0].word == language.vocabulary.find("help"));
  for (std::size_t i = 1; i < 5; ++i) CHECK(utterance.tokens[i].word == kUnknownWord);
  CHECK(utterance.tokens[3].kind == TokenKind::Boundary);
  CHECK(utterance.tokens[4].kind == TokenKind::Number);
}

TEST_CASE("analyser: what a message can grow to is bounded") {
  const Language language = make_language();
  struct BoundRow {
    std::string what;
    std::string message;
    bool shortened;
  };
  std::string letters;
  for (int i = 0; i < 1'000; ++i) letters += "u ";
  const BoundRow rows[] = {
      {"many words", letters.substr(0, 1'900), false},
      {"a huge message", std::string(1'000'000, 'a'), true},
      {"signs that are words each", std::string(5'000, '&'), true},
      {"one endless word", std::string(2'000, 'o'), false},
  };
  for (const BoundRow& row : rows) {
    CAPTURE(row.what);
    const Utterance utterance = analyse(language, row.message);
    CHECK(utterance.shortened == row.shortened);
    CHECK(utterance.tokens.size() <= kMaxTokens);
  }
}

TEST_CASE("analyser: content is read like messages, without guessing") {
  const Language language = make_language();
  struct ContentRow {
    std::string text;
    std::vector<std::string> words;
  };
  const ContentRow rows[] = {{"Don't", {"do", "not"}},
                             {"THEROPY", {"therapy"}},
                             {"therpist", {"therpist"}},
                             {"iwanttodie", {"iwanttodie"}},
                             {"sooo", {"sooo"}},
                             {"self-harm", {"self", "harm"}},
                             {"go. now?", {"go", "now"}},
                             {"mum's", {"mum"}},
                             {"k m s", {"k", "m", "s"}},
                             {"...", {}},
                             {"", {}}};
  for (const ContentRow& row : rows) {
    CAPTURE(row.text);
    CHECK(content_words(language, row.text) == row.words);
  }
}

// Bytes of every kind, with those more often that change how others are read.
TEST_CASE("analyser: any bytes at all give tokens with places inside the message") {
  static constexpr std::string_view kPieces[] = {
      "a",    "kill", "i ",   "'",    ".",    "\n",       "u", "oo", "\xCC\x81", "\xE2\x80\x99",
      "\xF0", "\x9F", "\x98", "\xA2", "\xED", "\xD0\xB0", "1,"};
  const Language language = make_language();
  std::mt19937 random(7);
  const auto below = [&random](std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
  };
  for (int round = 0; round < 100'000; ++round) {
    std::string message;
    for (std::size_t i = below(12); i > 0; --i) {
      if (below(3) == 0) {
        message += static_cast<char>(below(256));
      } else {
        message += kPieces[below(std::size(kPieces))];
      }
    }
    std::uint32_t last = 0;
    for (const Token& token : analyse(language, message).tokens) {
      REQUIRE(token.source.begin <= token.source.end);
      REQUIRE(token.source.end <= message.size());
      REQUIRE(token.source.begin >= last);
      REQUIRE_FALSE(token.text.empty());
      last = token.source.begin;
    }
  }
}

}  // namespace waymark
