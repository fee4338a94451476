#include "engine/text/tokeniser.h"

#include <doctest/doctest.h>

#include <string>

#include "engine/text/normaliser.h"

namespace waymark {
namespace {

// Words with blanks between them; a number in <>, an emoji in (), the end of a sentence as its
// mark.
std::string split(const std::string& message) {
  std::string out;
  for (const RawWord& word : split_words(normalise(admit(message).glyphs))) {
    if (!out.empty()) out += ' ';
    switch (word.kind) {
      case TokenKind::Word:
      case TokenKind::Boundary: out += word.text; break;
      case TokenKind::Number: out += '<' + word.text + '>'; break;
      case TokenKind::Emoji: out += '(' + word.text + ')'; break;
    }
  }
  return out;
}

}  // namespace

TEST_CASE("tokeniser: words, numbers, emoji and sentence ends") {
  struct Row {
    std::string message;
    std::string words;
  };
  const Row rows[] = {
      {"", ""},
      {" \t ", ""},
      {"I feel low", "i feel low"},
      {"well, I (sort of) feel \"low\"", "well i sort of feel low"},
      {"self-harm", "self harm"},
      {"don't", "don't"},
      {"'tis my mums' and mum's", "tis my mums and mum's"},
      {"rock 'n' roll", "rock n roll"},
      {"and/or #ipt @me_too", "and or ipt me too"},
      {"bed & breakfast", "bed and breakfast"},
      {"£20", "£ <20>"},
      {"16", "<16>"},
      {"3.5 or 1,000", "<3.5> or <1000>"},
      {"16. then", "<16> . then"},
      {"1st 2nd b4 10pm", "1st 2nd b4 10pm"},
      {"LS6 3AB", "ls6 3ab"},
      {"Скоро 助けて", "скоро 助けて"},
      {"sad😢😢", "sad (😢) (😢)"},
      {"👍🏽 ok ❤️", "(👍) ok (❤)"},
      {"(c) ™", "c tm"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(split(row.message) == row.words);
  }
}

TEST_CASE("tokeniser: where a sentence ends") {
  struct Row {
    std::string message;
    std::string words;
  };
  const Row rows[] = {
      {"Hi. Bye", "hi . bye"},
      {"Hi.Bye", "hi . bye"},
      {"hi! bye?", "hi . bye ?"},
      {"hi; bye", "hi . bye"},
      {"hi\nbye\r\nyes", "hi . bye . yes"},
      {"well... yes", "well . yes"},
      {"well… yes", "well . yes"},
      {"what?! yes", "what ? yes"},
      {"what!? yes", "what ? yes"},
      {"hi, bye: yes", "hi bye yes"},
      {"はい。はい", "はい . はい"},
      {"هل؟ نعم", "هل . نعم"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(split(row.message) == row.words);
  }
}

TEST_CASE("tokeniser: dots between single letters end no sentence") {
  struct Row {
    std::string message;
    std::string words;
  };
  const Row rows[] = {
      {"k.m.s", "k m s"},
      {"K.M.S. now", "k m s . now"},
      {"i.e. this", "i e . this"},
      {"so i.p.t helps", "so i p t helps"},
      {"not a. b is next", "not a . b is next"},
      {"to me.i see", "to me . i see"},
      {"plan b.then", "plan b . then"},
      {"i.want.to.die", "i want to die"},
      {"i...want...to...die. now", "i want to die . now"},
      {"go...no. wait", "go . no . wait"},
      {"k!!l 5*3 so!!", "k!!l <5> <3> so ."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    CHECK(split(row.message) == row.words);
  }
}

TEST_CASE("tokeniser: a raw word knows its bytes") {
  struct Row {
    std::string message;
    std::size_t word;
    std::string source;
  };
  const Row rows[] = {
      {"I feel low.", 1, "feel"},  {"I feel low.", 3, "."},    {"Don’t go", 0, "Don’t"},
      {"ＩＰＴ now", 0, "ＩＰＴ"}, {"a  1,000 b", 1, "1,000"}, {"so sad😢", 2, "😢"},
      {"\xFFlow\xFF", 0, "low"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    const auto words = split_words(normalise(admit(row.message).glyphs));
    REQUIRE(row.word < words.size());
    const ByteSpan span = words[row.word].source;
    CHECK(row.message.substr(span.begin, span.end - span.begin) == row.source);
  }
}

}  // namespace waymark
