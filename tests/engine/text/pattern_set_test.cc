#include "engine/text/pattern_set.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>

#include "engine/api/limits.h"
#include "tests/fakes/phrase_set.h"
#include "tests/fakes/reference_matcher.h"

namespace waymark {
namespace {

// Phrases of every construct over a handful of words, at random.
class RandomPhrases {
 public:
  explicit RandomPhrases(std::uint32_t seed) : random_(seed) {}

  std::string phrase() {
    std::string out = below(8) == 0 ? "^ " : "";
    out += word();  // something that must be there
    for (std::size_t i = below(4); i > 0; --i) out += ' ' + item(2);
    if (below(8) == 0) out += " $";
    return out;
  }

  std::string message() {
    std::string out;
    for (std::size_t i = below(14); i > 0; --i) {
      out += below(7) == 0 ? ". " : below(6) == 0 ? "7 " : word() + ' ';
    }
    return out;
  }

  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }

 private:
  std::string word() { return std::string(1, static_cast<char>('a' + below(5))); }

  std::string item(int depth) {
    switch (depth == 0 ? below(2) : below(8)) {
      case 0: return word();
      case 1: return '*' + std::to_string(1 + below(3));
      case 2: return '[' + item(depth - 1) + ']';
      case 3: return '(' + item(depth - 1) + '|' + word() + ' ' + item(depth - 1) + ')';
      case 4: return '(' + item(depth - 1) + " & " + item(depth - 1) + ')';
      case 5: return "<number>";
      case 6: return "{set}";
      default: return '(' + word() + "|$)";
    }
  }

  std::mt19937 random_;
};

std::vector<EntitySpan> numbers_in(const Utterance& utterance) {
  std::vector<EntitySpan> spans;
  for (std::uint32_t i = 0; i < utterance.tokens.size(); ++i) {
    if (utterance.tokens[i].kind == TokenKind::Number) {
      spans.push_back({EntityType::Number, {i, i + 1}});
    }
  }
  return spans;
}

using Hits = std::set<std::pair<PatternIndex, TokenSpan>>;

Hits as_set(const std::vector<PatternHit>& hits) {
  Hits out;
  for (const PatternHit& hit : hits) out.emplace(hit.pattern, hit.span);
  return out;
}

}  // namespace

TEST_CASE("pattern set: hits of all patterns, by pattern and place") {
  fakes::PhraseSet phrases;
  const PatternIndex first = phrases.add("low");
  const PatternIndex second = phrases.add("feel low");
  const PatternIndex third = phrases.add("happy");
  phrases.finish();
  CHECK(first == 0);
  CHECK(third == 2);
  CHECK(phrases.patterns().size() == 3);
  const Utterance utterance = phrases.read("i feel low. so low");
  const std::vector<PatternHit> hits = phrases.patterns().match(utterance.tokens, {});
  CHECK(hits == std::vector<PatternHit>{{first, {2, 3}}, {first, {5, 6}}, {second, {1, 3}}});
}

TEST_CASE("pattern set: nothing to match, or nothing to match with") {
  fakes::PhraseSet phrases;
  phrases.add("low");
  phrases.finish();
  CHECK(phrases.found("") == "");
  CHECK(phrases.found("? .") == "");
  PatternSet empty;
  empty.finish({});
  CHECK(empty.match(phrases.read("low").tokens, {}).empty());
  CHECK(PatternSet().match(phrases.read("low").tokens, {}).empty());
}

TEST_CASE("pattern set: patterns without a word of their own are tried too") {
  fakes::PhraseSet phrases;
  phrases.add("<number>");
  phrases.add("<nation> [please]");
  phrases.finish();
  CHECK(phrases.found("16 wales please", {{EntityType::Number, {0, 1}},
                                          {EntityType::Nation, {1, 2}}}) == "16 | wales please");
  CHECK(phrases.found("16 wales please") == "");
}

TEST_CASE("pattern set: an entity of several tokens counts as a whole") {
  fakes::PhraseSet phrases;
  phrases.add("in <nation> [now]");
  phrases.finish();
  const std::vector<EntitySpan> nation = {{EntityType::Nation, {1, 3}}};
  CHECK(phrases.found("in northern ireland now", nation) == "in northern ireland now");
  CHECK(phrases.found("in northern ireland", nation) == "in northern ireland");
  CHECK(phrases.found("in northern ireland", {{EntityType::Nation, {2, 3}}}) == "");
}

TEST_CASE("pattern set: a span leaves out the sentence ends at its edges") {
  fakes::PhraseSet phrases;
  phrases.add("^ low $");
  phrases.finish();
  const Utterance utterance = phrases.read("so. low! so");
  const std::vector<PatternHit> hits = phrases.patterns().match(utterance.tokens, {});
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].span == TokenSpan{2, 3});
}

TEST_CASE("pattern set: which words are a pattern's own") {
  fakes::PhraseSet phrases({{"low", {"low", "sad"}}});
  const PatternIndex feel = phrases.add("feel * {low}");
  phrases.add("happy");
  phrases.finish();
  const std::pair<std::string, bool> rows[] = {
      {"feel", true}, {"sad", true}, {"happy", false}, {"xyzzy", false}, {".", false}};
  for (const auto& [word, is_own] : rows) {
    CAPTURE(word);
    const Utterance utterance = phrases.read(word + " so");
    CHECK(phrases.patterns().names(feel, utterance.tokens.front()) == is_own);
  }
}

TEST_CASE("pattern set: messages of every length are matched to their end") {
  fakes::PhraseSet phrases;
  phrases.add("want to die $");
  phrases.add("^ want");
  phrases.finish();
  for (const std::size_t filler : {0U, 57U, 58U, 59U, 60U, 120U, 125U, 126U, 505U, 509U, 640U}) {
    CAPTURE(filler);
    std::string message = "want ";
    for (std::size_t i = 0; i < filler; ++i) message += "xy ";
    CHECK(phrases.found(message + "want to die") == "want to die | want");
  }
  std::vector<Token> tokens(kMaxTokens, {"x", kUnknownWord, TokenKind::Word, {}, {}});
  const Utterance end = phrases.read("want to die");
  std::ranges::copy(end.tokens, tokens.end() - 3);
  const std::vector<PatternHit> hits = phrases.patterns().match(tokens, {});
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].span == TokenSpan{kMaxTokens - 3, kMaxTokens});
}

TEST_CASE("pattern set: a pattern may name the end of a sentence between its words") {
  fakes::PhraseSet phrases;
  phrases.add("no $ help");
  phrases.add("a (b|$) c");
  phrases.add("c");
  phrases.finish();
  CHECK(phrases.found("oh no. help") == "no . help");
  CHECK(phrases.found("oh no help") == "");
  CHECK(phrases.found("x. a. c. a b c") == "a . c | a b c | c | c");
}

TEST_CASE("pattern set: an entity may run over the end of a sentence") {
  fakes::PhraseSet phrases;
  phrases.add("in <nation> [now]");
  phrases.add("so");
  phrases.finish();
  CHECK(phrases.found("so. in n. ireland now", {{EntityType::Nation, {3, 6}}}) ==
        "in n . ireland now | so");
}

// An index over all patterns and a reference that tries everything must agree on every message.
TEST_CASE("pattern set: the index finds what trying all patterns finds") {
  RandomPhrases random(11);
  std::size_t found = 0;
  for (int round = 0; round < 60; ++round) {
    const fakes::SynonymSets sets = {{"set", {"a", "b c", "[d] e"}}};
    fakes::PhraseSet all(sets);
    std::vector<std::string> written;
    for (int i = 0; i < 12; ++i) {
      written.push_back(random.phrase());
      all.add(written.back());
    }
    std::vector<std::uint32_t> cost;
    for (std::size_t i = 0; i <= all.language().vocabulary.size(); ++i) {
      cost.push_back(static_cast<std::uint32_t>(random.below(20)));
    }
    PatternSet patterns = all.take();
    patterns.finish(cost);
    for (int i = 0; i < 25; ++i) {
      const std::string message = random.message();
      const Utterance utterance = all.read(message);
      const std::vector<EntitySpan> entities = numbers_in(utterance);
      Hits expected;
      for (PatternIndex index = 0; index < written.size(); ++index) {
        for (const TokenSpan span :
             fakes::reference_matches(all.expressions()[index], utterance.tokens, entities)) {
          expected.emplace(index, span);
        }
      }
      std::string phrases;
      for (const std::string& phrase : written) phrases += phrase + '\n';
      CAPTURE(phrases);
      CAPTURE(message);
      REQUIRE(as_set(patterns.match(utterance.tokens, entities)) == expected);
      found += expected.size();
    }
  }
  CHECK(found > 1'000);
}

}  // namespace waymark
