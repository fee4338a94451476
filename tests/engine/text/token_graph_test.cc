#include "engine/text/token_graph.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "tests/fakes/phrase_set.h"

namespace waymark {
namespace {

std::string row_text(const fakes::PhraseSet& phrases, Language& language, const GraphStep& step) {
  switch (step.kind) {
    case GraphStep::Kind::Edge: return "|";
    case GraphStep::Kind::Token: return ".";
    case GraphStep::Kind::Row: return "~";
    case GraphStep::Kind::Entity: return "<>";
    case GraphStep::Kind::Word: return language.vocabulary.word(step.value);
    case GraphStep::Kind::Words: break;
  }
  std::set<std::string> words;
  for (const WordId word : phrases.patterns().table().classes().words(step.value)) {
    words.insert(language.vocabulary.word(word));
  }
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : "/") + word;
  return text;
}

// Everything that the graph reads in up to `most` rows: "|" an edge, "." any token, "~" anything.
void read_on(const TokenGraph& graph, fakes::PhraseSet& phrases, std::uint32_t state,
             const std::string& read, std::size_t most, std::set<std::string>& out) {
  if (graph.is_end(state)) out.insert(read);
  if (most == 0) return;
  for (const GraphStep& step : graph.steps(state)) {
    const std::string row = row_text(phrases, phrases.language(), step);
    read_on(graph, phrases, step.to, read.empty() ? row : read + ' ' + row, most - 1, out);
  }
}

std::string readings(std::string_view phrase, Gaps gaps, Around around, std::size_t most = 6) {
  fakes::PhraseSet phrases({{"low", {"low", "so blue"}}});
  const PatternIndex pattern = phrases.add(phrase);
  phrases.finish();
  const TokenGraph graph(phrases.patterns().table(), phrases.patterns().root(pattern), gaps,
                         around);
  std::set<std::string> out;
  read_on(graph, phrases, TokenGraph::kStart, "", most, out);
  std::string text;
  for (const std::string& each : out) text += (text.empty() ? "" : ", ") + each;
  return text;
}

}  // namespace

TEST_CASE("token graph: reads what the pattern matches") {
  const std::tuple<std::string, Gaps, std::string> rows[] = {
      {"a b", Gaps::Open, "a b"},
      {"a [b] c", Gaps::Open, "a b c, a c"},
      {"[a] [b] c", Gaps::Open, "a b c, a c, b c, c"},
      {"(a|b|c d)", Gaps::Open, "a/b, c d"},
      {"i {low}", Gaps::Open, "i low, i so blue"},
      {"a *2 b", Gaps::Open, "a . . b, a . b, a b"},
      {"a *2 b", Gaps::Closed, "a b"},
      {"(a & b)", Gaps::Closed, "a b, b a"},
      {"(a & b & c)", Gaps::Closed, "a b c, a c b, b a c, b c a, c a b, c b a"},
      {"^ a <number> $", Gaps::Open, "| a <> |"},
  };
  for (const auto& [phrase, gaps, expected] : rows) {
    CAPTURE(phrase);
    CHECK(readings(phrase, gaps, Around::Nothing) == expected);
  }
}

TEST_CASE("token graph: members in any order have words between them where gaps are open") {
  CHECK(readings("(a & b)", Gaps::Open, Around::Nothing) ==
        "a . . . . b, a . . . b, a . . b, a . b, a b, b . . . . a, b . . . a, b . . a, b . a, b a");
}

TEST_CASE("token graph: what stands around a match") {
  CHECK(readings("a", Gaps::Open, Around::Edges) == "a, a |, | a, | a |");
  CHECK(readings("a", Gaps::Open, Around::Anything, 2) == "a, a ~, ~ a");
}

TEST_CASE("token graph: a whole message has edges at both ends and words at them") {
  fakes::PhraseSet phrases;
  std::set<std::string> out;
  read_on(TokenGraph::whole_message(), phrases, TokenGraph::kStart, "", 5, out);
  CHECK(out == std::set<std::string>{"| . |", "| . . |", "| . . . |", "| . | . |"});
}

}  // namespace waymark
