#include "engine/verify/sentence_text.h"

#include <doctest/doctest.h>

namespace waymark {

TEST_CASE("sentence text: words, sentence ends, entities and words that no rule knows") {
  Language language;
  const WordId stop = language.vocabulary.add("stop");
  using Kind = SentenceRow::Kind;
  const std::vector<SentenceRow> sentence = {
      {Kind::Edge, 0},
      {Kind::Word, stop},
      {Kind::Word, kUnknownWord},
      {Kind::Edge, 0},
      {Kind::Entity, static_cast<std::uint32_t>(EntityType::Money)},
      {Kind::Edge, 0}};
  CHECK(sentence_text(language, sentence) == "stop .... £40");
  const SentenceTokens message = sentence_tokens(sentence);
  REQUIRE(message.tokens.size() == 4);
  CHECK(message.tokens[0].word == stop);
  CHECK(message.tokens[1].word == kUnknownWord);
  CHECK(message.tokens[2].kind == TokenKind::Boundary);
  REQUIRE(message.entities.size() == 1);
  CHECK(message.entities[0].type == EntityType::Money);
  CHECK(message.entities[0].span == TokenSpan{3, 4});
}

}  // namespace waymark
