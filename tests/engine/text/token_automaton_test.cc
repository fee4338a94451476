#include "engine/text/token_automaton.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "engine/api/limits.h"
#include "engine/match/lexicon.h"

namespace waymark {
namespace {

using Kind = TokenExpression::Kind;

// Phrases as expressions, over one vocabulary and the set {low} = low, sad, "so blue".
class Setting {
 public:
  Setting() : lexicon_(language_) {
    lexicon_.declare("low", {{"low", {}}, {"sad", {}}, {"so blue", {}}});
  }

  TokenExpression expression(std::string_view phrase) {
    const auto parsed = parse_pattern(phrase, PhraseKind::Pattern, language_, lexicon_.lookup());
    REQUIRE(parsed.has_value());
    return *parsed;
  }

  // A class as its words, sorted, with bars between.
  std::string words(const AutomatonTable& table, ClassId id) const {
    std::vector<std::string> all;
    for (const WordId word : table.classes().words(id))
      all.push_back(language_.vocabulary.word(word));
    std::ranges::sort(all);
    std::string out;
    for (const std::string& word : all) out += (out.empty() ? "" : "|") + word;
    return out;
  }

  // Classes in words, sorted, with blanks between.
  std::string words(const AutomatonTable& table, const std::vector<ClassId>& ids) const {
    std::vector<std::string> all;
    for (const ClassId id : ids) all.push_back(words(table, id));
    std::ranges::sort(all);
    std::string out;
    for (const std::string& one : all) out += (out.empty() ? "" : " ") + one;
    return out;
  }

  [[nodiscard]] std::vector<std::uint32_t> costs(
      const std::vector<std::pair<std::string, std::uint32_t>>& costs) const {
    std::vector<std::uint32_t> out(language_.vocabulary.size() + 1, 1);
    for (const auto& [word, cost] : costs) out[language_.vocabulary.find(word)] = cost;
    return out;
  }

 private:
  Language language_;
  Lexicon lexicon_;
};

}  // namespace

TEST_CASE("token automaton: what can match without any word") {
  const std::pair<std::string, bool> rows[] = {
      {"a", false},         {"*", true},          {"[a]", true},     {"[a] *2", true},
      {"[a] b", false},     {"(a|b)", false},     {"(a|[b])", true}, {"^ $", true},
      {"^ a", false},       {"<number>", false},  {"{low}", false},  {"[{low}]", true},
      {"([a] & b)", false}, {"([a] & [b])", true}};
  for (const auto& [phrase, nothing] : rows) {
    CAPTURE(phrase);
    Setting setting;
    const TokenExpression expression = setting.expression(phrase);
    CHECK(matches_nothing(expression) == nothing);
    AutomatonTable table;
    CHECK(table.add(expression).has_value() == !nothing);
  }
}

TEST_CASE("token automaton: what cannot run over a sentence end") {
  const std::pair<std::string, bool> rows[] = {
      {"a b", true},          {"^ a $", true},           {"a *3 b", true},
      {"<number> a", true},   {"(^|a) b", true},         {"b (a|$)", true},
      {"[^] a", true},        {"((^ a|b) c|d $)", true}, {"a $ b", false},
      {"a ^ b", false},       {"a (b|$) c", false},      {"^ ^ a", false},
      {"a $ $", false},       {"a ([$] b)", false},      {"[a] ^ b", false},
      {"(a & (b|$))", false}, {"((a $|b) c|d)", false},  {"(^ a $) b", false}};
  for (const auto& [phrase, stays] : rows) {
    CAPTURE(phrase);
    Setting setting;
    CHECK(stays_in_sentence(setting.expression(phrase)) == stays);
  }
}

TEST_CASE("token automaton: the size of an expression, sets spelt out") {
  const std::pair<std::string, std::size_t> rows[] = {
      {"a", 1},           {"a b c", 3},       {"a * b", 2},  {"(a|b) c", 2},
      {"(a x|b y) c", 5}, {"[a] b", 2},       {"^ a $", 1},  {"{low}", 3},
      {"{low} {low}", 6}, {"(a & b & c)", 3}, {"argue+", 1}, {"<number> a", 1}};
  for (const auto& [phrase, size] : rows) {
    CAPTURE(phrase);
    Setting setting;
    CHECK(size_of(setting.expression(phrase)) == size);
  }
}

TEST_CASE("token automaton: size is bounded") {
  Setting setting;
  const TokenExpression word = setting.expression("a");
  AutomatonTable table;
  const std::vector<TokenExpression> most(kMaxPatternPositions, word);
  CHECK(table.add(TokenExpression::of(Kind::Sequence, most)).has_value());
  const std::vector<TokenExpression> more(kMaxPatternPositions + 1, word);
  const auto refused = table.add(TokenExpression::of(Kind::Sequence, more));
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().find("4096") != std::string::npos);
}

TEST_CASE("token automaton: classes of which a match holds one word each") {
  struct Row {
    std::string phrase;
    std::string required;
  };
  const Row rows[] = {
      {"a", "a"},
      {"a b", "a b"},
      {"a [b] * c", "a c"},
      {"(a|b) c", "a|b c"},
      {"(a x|b) c", "a|b c"},
      {"(a|b [c])", "a|b"},
      {"(a|^ b)", "a|b"},
      {"(a|<number>) b", "b"},
      {"(a & b)", "a b"},
      {"^ a $", "a"},
      {"<number>", ""},
      {"* a", "a"},
      {"{low}", "low|sad|so"},
      {"feel {low}", "feel low|sad|so"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.phrase);
    Setting setting;
    const TokenExpression expression = setting.expression(row.phrase);
    AutomatonTable table;
    const auto id = table.add(expression);
    REQUIRE(id.has_value());
    // "x" is common: of "a x" the other word is the better choice.
    CHECK(setting.words(table, table.required(*id, setting.costs({{"x", 50}, {"blue", 60}}))) ==
          row.required);
  }
}

TEST_CASE("token automaton: all word classes of an expression") {
  const std::pair<std::string, std::string> rows[] = {
      {"a [b] * (c|d e) a", "a b c d e"},
      {"(a & [b])", "a b"},
      {"^ <number> a", "a"},
      {"feel {low}", "blue feel low|sad so"},
  };
  for (const auto& [phrase, named] : rows) {
    CAPTURE(phrase);
    Setting setting;
    AutomatonTable table;
    const auto id = table.add(setting.expression(phrase));
    REQUIRE(id.has_value());
    CHECK(setting.words(table, table.named(*id)) == named);
  }
}

TEST_CASE("token automaton: the cost of a class is the sum of its words and never nothing") {
  Setting setting;
  AutomatonTable table;
  const auto id = table.add(setting.expression("(a|b) c"));
  REQUIRE(id.has_value());
  const std::vector<std::uint32_t> costs = setting.costs({{"a", 10}, {"b", 5}, {"c", 0}});
  for (const ClassId named : table.named(*id)) {
    CHECK(table.cost(named, costs) == (setting.words(table, named) == "c" ? 1 : 16));
  }
}

TEST_CASE("token automaton: a synonym set stands in the table once") {
  Setting setting;
  AutomatonTable table;
  const auto one = table.add(setting.expression("{low}"));
  const std::size_t size = table.classes().size();
  const auto other = table.add(setting.expression("feel {low} and {low}"));
  REQUIRE(one.has_value());
  REQUIRE(other.has_value());
  const AutomatonItem& sequence = table.node(*other);
  const std::span<const AutomatonPart> parts = table.parts(sequence);
  REQUIRE(parts.size() == 4);
  CHECK(parts[1].id == parts[3].id);
  CHECK(table.classes().size() <= size + 2);
}

}  // namespace waymark
