#include "engine/text/near_match.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/fakes/phrase_set.h"

namespace waymark {
namespace {

struct Near {
  std::string missing;     // words, "^" for an edge, "<>" for an entity
  std::string in_the_way;  // words
  std::uint32_t found = 0;

  bool operator==(const Near&) const = default;
};

Near near(const std::string& phrase, const std::string& message,
          const std::vector<EntitySpan>& entities = {}) {
  fakes::PhraseSet phrases({{"low", {"low", "so blue"}}});
  const PatternIndex pattern = phrases.add(phrase);
  phrases.finish();
  const Utterance utterance = phrases.read(message);
  const AutomatonTable& table = phrases.patterns().table();
  const NearMatch match = near_match(table, phrases.patterns().root(pattern), utterance.tokens,
                                     entities, [](const Token&) { return 1000; });
  Near out;
  out.found = match.found;
  for (const MissingPart& part : match.missing) {
    if (!out.missing.empty()) out.missing += ' ';
    if (part.kind == TokenExpression::Kind::Edge) out.missing += '^';
    if (part.kind == TokenExpression::Kind::Entity) out.missing += "<>";
    if (part.kind != TokenExpression::Kind::Words) continue;
    for (const WordId word : table.classes().words(part.value)) {
      out.missing += phrases.language().vocabulary.word(word);
    }
  }
  for (const std::uint32_t token : match.in_the_way) {
    out.in_the_way += (out.in_the_way.empty() ? "" : " ") + utterance.tokens[token].text;
  }
  return out;
}

}  // namespace

TEST_CASE("near match: what is missing and what is in the way") {
  struct Row {
    std::string phrase;
    std::string message;
    Near near;
  };
  const Row rows[] = {
      {"what is tea", "so what is tea then", {"", "", 3}},
      {"what is tea", "what is it", {"tea", "", 2}},
      {"what is tea", "what is green tea", {"", "green", 3}},
      {"what is tea", "what", {"is tea", "", 1}},
      {"what is tea", "zzz", {"what is tea", "", 0}},
      {"what is tea $", "what is tea then", {"", "then", 3}},
      {"^ tea", "xx yy zz aa bb cc tea", {"^", "", 1}},
      {"tea *2 cost", "tea that does cost", {"", "", 2}},
      {"tea *2 cost", "tea that does not cost", {"", "not", 2}},
      {"tea [green] cost", "tea cost", {"", "", 2}},
      {"(tea & cost)", "cost of tea", {"", "", 2}},
      {"(tea & cost)", "cost of it", {"tea", "", 1}},
      {"(tea pot|cup of tea)", "a cup of it", {"tea", "", 2}},
      {"feel {low}", "feel so sad", {"blue", "", 2}},
      {"(a|b) tea", "tea", {"ab", "", 1}},
      {"tea now", "tea. now", {"now", "", 1}},
      {"tea", "", {"tea", "", 0}},
      {"<number> cups", "cups", {"<>", "", 1}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.phrase);
    CAPTURE(row.message);
    const Near found = near(row.phrase, row.message);
    CHECK(found.missing == row.near.missing);
    CHECK(found.in_the_way == row.near.in_the_way);
    CHECK(found.found == row.near.found);
  }
  CHECK(near("<number> cups", "7 cups", {{EntityType::Number, {0, 1}}}) == Near{"", "", 2});
}

TEST_CASE("near match: of a long message only the beginning is looked at") {
  std::string message;
  for (std::size_t i = 0; i < kNearMatchTokens; ++i) message += "xy ";
  CHECK(near("tea", message + "tea") == Near{"tea", "", 0});
}

}  // namespace waymark
