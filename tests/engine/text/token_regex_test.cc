#include "engine/text/token_regex.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>

#include "adapters/host/pack_examples.h"
#include "adapters/host/pack_reader.h"
#include "engine/text/analyser.h"
#include "engine/turn/bundle.h"
#include "tests/fakes/phrase_set.h"
#include "tests/fakes/reference_matcher.h"
#include "tests/fakes/table_expression.h"

namespace waymark {
namespace {

using Kind = TokenExpression::Kind;

// Expressions over the words 1 to 5, and messages of them, at random.
class RandomForms {
 public:
  explicit RandomForms(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }

  TokenExpression expression() {
    TokenExpression out = some(Kind::Sequence, 1 + below(3), 3);
    out.children.insert(out.children.begin() + static_cast<std::ptrdiff_t>(below(2)), words());
    return out;
  }

  std::vector<Token> message() {
    std::vector<Token> tokens(below(9));
    for (Token& token : tokens) {
      const bool is_boundary = below(6) == 0;
      token.kind = is_boundary ? TokenKind::Boundary : TokenKind::Word;
      token.text = is_boundary ? "." : "w";
      token.word = is_boundary ? kUnknownWord : static_cast<WordId>(below(6));
    }
    return tokens;
  }

  // Things of up to three tokens anywhere, over each other too.
  std::vector<EntitySpan> entities(std::size_t tokens) {
    std::vector<EntitySpan> spans;
    for (std::size_t i = tokens == 0 ? 0 : below(4); i > 0; --i) {
      const std::size_t first = below(tokens);
      const std::size_t last = std::min(tokens, first + 1 + below(3));
      spans.push_back({below(2) == 0 ? EntityType::Number : EntityType::Nation,
                       {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)}});
    }
    return spans;
  }

 private:
  TokenExpression words() {
    TokenExpression out = TokenExpression::of(Kind::Words, {});
    for (WordId word = 1; word <= 5; ++word) {
      if (below(3) == 0) out.words.push_back(word);
    }
    if (out.words.empty()) out.words.push_back(static_cast<WordId>(1 + below(5)));
    return out;
  }

  TokenExpression some(Kind kind, std::size_t count, int depth) {
    TokenExpression out = TokenExpression::of(kind, {});
    out.count = static_cast<std::uint32_t>(1 + below(3));
    for (std::size_t i = 0; i < count; ++i) out.children.push_back(part(depth - 1));
    return out;
  }

  TokenExpression part(int depth) {
    switch (depth <= 0 ? below(5) : below(10)) {
      case 0:
      case 1: return words();
      case 2: return TokenExpression::of(Kind::Edge, {});
      case 3: return some(Kind::Gap, 0, 0);
      case 4: {
        TokenExpression out = TokenExpression::of(Kind::Entity, {});
        out.entity = below(2) == 0 ? EntityType::Number : EntityType::Nation;
        return out;
      }
      case 5: return some(Kind::Sequence, 1 + below(3), depth);
      case 6: return some(Kind::Alternation, 1 + below(3), depth);
      case 7: return some(Kind::Optional, 1, depth);
      case 8: return some(Kind::Unordered, 2 + below(2), depth);
      default: {
        TokenExpression out = TokenExpression::of(Kind::Shared, {});
        out.shared = std::make_shared<const TokenExpression>(part(depth - 1));
        return out;
      }
    }
  }

  std::mt19937 random_;
};

std::vector<TokenSpan> by_automaton(const TokenExpression& expression,
                                    const std::vector<Token>& tokens,
                                    const std::vector<EntitySpan>& entities) {
  PatternSet set;
  REQUIRE(set.add(expression).has_value());
  set.finish({});
  std::vector<TokenSpan> spans;
  for (const PatternHit& hit : set.match(tokens, entities)) spans.push_back(hit.span);
  std::ranges::sort(spans);
  spans.erase(std::ranges::unique(spans).begin(), spans.end());
  return spans;
}

}  // namespace

TEST_CASE("token regex: a message as a string of tokens") {
  const std::vector<Token> tokens = {{"a", 4, TokenKind::Word, {}, {}},
                                     {".", kUnknownWord, TokenKind::Boundary, {}, {}},
                                     {"zz", kUnknownWord, TokenKind::Word, {}, {}}};
  const TokenString message =
      token_string(tokens, {{EntityType::Number, {0, 1}}, {EntityType::Nation, {0, 3}}});
  CHECK(message.text == ". 4;a1;b3 . 0 . ");
  CHECK(message.rows == std::vector<std::size_t>{0, 2, 10, 12, 14, 16});
  CHECK(message.is_readable);
  CHECK_FALSE(token_string(tokens, {{EntityType::Number, {0, kMaxEntityTokens + 1}}}).is_readable);
}

TEST_CASE("token regex: what it finds") {
  fakes::PhraseSet phrases;
  phrases.add("feel *2 low");
  phrases.finish();
  TokenRegex regex(phrases.expressions().front());
  const RegexAnswer answer = regex.match(phrases.read("i feel so low. feel. low").tokens, {});
  CHECK(answer.spans == std::vector<TokenSpan>{{1, 4}});
  CHECK_FALSE(answer.slow_path);
  CHECK(regex.match({}, {}).spans.empty());
  CHECK(regex.slow_answers() == 0);
}

TEST_CASE("token regex: over its budget the slower path answers, and says so") {
  fakes::PhraseSet phrases;
  phrases.add("feel *2 low");
  phrases.finish();
  TokenRegex regex(phrases.expressions().front(), 1'000);
  const RegexAnswer answer = regex.match(phrases.read("i feel so low").tokens, {});
  CHECK(answer.spans == std::vector<TokenSpan>{{1, 4}});
  CHECK(answer.slow_path);
  CHECK(regex.slow_answers() == 1);
  CHECK(regex.match({}, {}).spans.empty());
  CHECK(regex.slow_answers() == 1);
}

TEST_CASE("token regex: an entity that is too long for a placeholder takes the slower path") {
  fakes::PhraseSet phrases;
  phrases.add("<phone> now");
  phrases.finish();
  TokenRegex regex(phrases.expressions().front());
  for (const std::uint32_t length : {1U, 2U, kMaxEntityTokens, kMaxEntityTokens + 1}) {
    CAPTURE(length);
    std::string message;
    for (std::uint32_t i = 0; i < length; ++i) message += "x ";
    const RegexAnswer answer =
        regex.match(phrases.read(message + "now").tokens, {{EntityType::Phone, {0, length}}});
    CHECK(answer.spans == std::vector<TokenSpan>{{0, length + 1}});
    CHECK(answer.slow_path == (length > kMaxEntityTokens));
  }
}

TEST_CASE("token regex: both forms of a pattern find the same in every message") {
  RandomForms random(5);
  std::size_t found = 0;
  for (int round = 0; round < 2'000; ++round) {
    const TokenExpression expression = random.expression();
    if (matches_nothing(expression)) continue;
    TokenRegex regex(expression);
    for (int i = 0; i < 6; ++i) {
      const std::vector<Token> tokens = random.message();
      const std::vector<EntitySpan> entities = random.entities(tokens.size());
      const RegexAnswer answer = regex.match(tokens, entities);
      CAPTURE(token_string(tokens, entities).text);
      CAPTURE(round);
      REQUIRE_FALSE(answer.slow_path);
      REQUIRE(answer.spans == by_automaton(expression, tokens, entities));
      REQUIRE(answer.spans == fakes::reference_matches(expression, tokens, entities));
      found += answer.spans.size();
    }
  }
  CHECK(found > 3'000);
}

// Each pattern meets some examples of its own meaning; all patterns and all of them come up.
TEST_CASE("token regex: both forms of every shipped pattern find the same in its examples") {
  const PackSource source = read_pack("dialogs/ipt-depression").source;
  const CompileResult result =
      compile_pack(source,
                   std::chrono::year_month_day{std::chrono::year{2026}, std::chrono::November,
                                               std::chrono::day{23}},
                   Examples::Skip);
  REQUIRE(result.bundle != nullptr);
  const LocaleContent& content = *result.bundle->locales.front();
  std::map<std::string, std::vector<Utterance>> examples;
  for (const CueScale scale : {CueScale::Intents, CueScale::Risk}) {
    for (const LabelledText& line : examples_of(source, scale, "en-GB")) {
      examples[line.expected].push_back(analyse(content.language, line.text));
    }
  }
  const auto compare = [&](const PatternSet& set, PatternIndex i, const std::string& written,
                           const std::vector<Utterance>& lines) {
    CAPTURE(written);
    const TokenExpression expression = fakes::expression_at(set.table(), set.root(i));
    TokenRegex regex(expression);
    for (std::size_t k = 0; k < std::min<std::size_t>(lines.size(), 6); ++k) {
      const std::vector<Token>& tokens = lines[(i * 6 + k) % lines.size()].tokens;
      REQUIRE(regex.match(tokens, {}).spans == by_automaton(expression, tokens, {}));
    }
    CHECK(regex.slow_answers() == 0);
  };
  for (PatternIndex i = 0; i < content.matcher.patterns().size(); ++i) {
    const PatternOrigin& origin = content.matcher.origin(i);
    compare(content.matcher.patterns(), i, origin.written,
            examples[result.bundle->intents[origin.owner].id.value]);
  }
  for (PatternIndex i = 0; i < content.risk.origins.size(); ++i) {
    const RiskPattern& origin = content.risk.origins[i];
    compare(content.risk.patterns, i, origin.written,
            examples[std::string(name_of(content.risk.rules[origin.rule].category))]);
  }
}

}  // namespace waymark
