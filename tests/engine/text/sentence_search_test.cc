#include "engine/text/sentence_search.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "tests/fakes/phrase_set.h"

namespace waymark {
namespace {

using Phrases = std::vector<std::string>;

// Phrases as graphs over one table.
class Graphs {
 public:
  explicit Graphs(const Phrases& phrases) : phrases_({{"low", {"low", "so blue"}}}) {
    for (const std::string& phrase : phrases) phrases_.add(phrase);
    phrases_.finish();
  }

  // The shortest whole message that the first `all` phrases match from end to end and no other
  // does.
  SentenceFound find(std::size_t all, Gaps gaps, std::size_t most_states = 10'000) {
    std::vector<TokenGraph> graphs;
    for (PatternIndex i = 0; i < phrases_.patterns().size(); ++i) {
      graphs.emplace_back(phrases_.patterns().table(), phrases_.patterns().root(i), gaps,
                          Around::Edges);
    }
    const TokenGraph message = TokenGraph::whole_message();
    std::vector<const TokenGraph*> wanted = {&message};
    std::vector<const TokenGraph*> unwanted;
    for (std::size_t i = 0; i < graphs.size(); ++i) {
      (i < all ? wanted : unwanted).push_back(&graphs[i]);
    }
    SentenceSearch search(phrases_.patterns().table().classes());
    return search.find(wanted, unwanted, most_states);
  }

  // "?" is a word that no rule knows.
  std::string text(const SentenceFound& found) {
    if (!found.sentence) return "none";
    std::string out;
    for (const SentenceRow& row : *found.sentence) {
      std::string word = "|";
      if (row.kind == SentenceRow::Kind::Entity) word = "<>";
      if (row.kind == SentenceRow::Kind::Word) {
        word = row.value == kUnknownWord ? "?" : phrases_.language().vocabulary.word(row.value);
      }
      out += (out.empty() ? "" : " ") + word;
    }
    return out;
  }

  // Whether the phrase matches all of the tokens.
  bool matches_whole(PatternIndex phrase, const std::vector<Token>& tokens) const {
    const TokenSpan whole{0, static_cast<std::uint32_t>(tokens.size())};
    const std::vector<PatternHit> hits = phrases_.patterns().match(tokens, {});
    return std::ranges::find(hits, PatternHit{phrase, whole}) != hits.end();
  }

  WordId word(std::string_view text) { return phrases_.language().vocabulary.find(text); }

 private:
  fakes::PhraseSet phrases_;
};

std::string common(const Phrases& phrases, Gaps gaps) {
  Graphs graphs(phrases);
  return graphs.text(graphs.find(phrases.size(), gaps));
}

std::string alone(const Phrases& phrases) {
  Graphs graphs(phrases);
  return graphs.text(graphs.find(1, Gaps::Open));
}

// Phrases over the words a, b and c, each with a word that must be there.
class RandomPhrase {
 public:
  explicit RandomPhrase(std::uint32_t seed) : random_(seed) {}

  std::string next() {
    std::string phrase = below(4) == 0 ? "^ " : "";
    for (std::size_t i = below(3); i > 0; --i) phrase += item() + ' ';
    phrase += word();
    for (std::size_t i = below(3); i > 0; --i) phrase += ' ' + item();
    return below(4) == 0 ? phrase + " $" : phrase;
  }

 private:
  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }
  std::string word() { return std::string(1, static_cast<char>('a' + below(3))); }
  std::string item() {
    switch (below(6)) {
      case 0: return '[' + word() + ']';
      case 1: return '(' + word() + '|' + word() + ' ' + word() + ')';
      case 2: return "*1";
      case 3: return '[' + word() + '|' + word() + " *2 " + word() + ']';
      case 4: return '(' + word() + " & " + word() + ')';
      default: return word();
    }
  }

  std::mt19937 random_;
};

// All messages of one to five tokens over a, b, c and a word that no rule knows.
std::vector<std::vector<Token>> all_messages(Graphs& graphs) {
  const std::vector<WordId> words = {kUnknownWord, graphs.word("a"), graphs.word("b"),
                                     graphs.word("c")};
  std::vector<std::vector<Token>> messages = {{}};
  for (std::size_t i = 0; i < messages.size() && messages[i].size() < 5; ++i) {
    for (const WordId word : words) {
      messages.push_back(messages[i]);
      messages.back().push_back({.text = "w", .word = word});
    }
  }
  messages.erase(messages.begin());
  return messages;
}

std::vector<Token> tokens_of(const std::vector<SentenceRow>& sentence) {
  std::vector<Token> tokens;
  for (const SentenceRow& row : sentence) {
    if (row.kind == SentenceRow::Kind::Word) tokens.push_back({.text = "w", .word = row.value});
  }
  return tokens;
}

}  // namespace

TEST_CASE("sentence search: the shortest message that two patterns match") {
  const std::pair<Phrases, std::string> rows[] = {
      {{"what does it cost", "[so] what does (it|that) cost [me]"}, "| what does it cost |"},
      {{"a [b] c", "a b c"}, "| a b c |"},
      {{"(a & b)", "b a"}, "| b a |"},
      {{"^ hello $", "hello"}, "| hello |"},
      {{"feel {low}", "(feel|am) so blue"}, "| feel so blue |"},
      {{"in <number> days", "[in] <number> [weeks|days]"}, "| in <> days |"},
      {{"a $ b", "a ^ b"}, "| a | b |"},
      {{"a b", "b a"}, "none"},
      {{"^ a b", "b"}, "none"},
      {{"<number>", "a"}, "none"},
      {{"feel {low}", "feel blue"}, "none"},
  };
  for (const auto& [phrases, expected] : rows) {
    CAPTURE(phrases.front());
    CAPTURE(phrases.back());
    CHECK(common(phrases, Gaps::Closed) == expected);
  }
}

TEST_CASE("sentence search: open gaps take in words, closed ones do not") {
  CHECK(common({"a * c", "a b c"}, Gaps::Open) == "| a b c |");
  CHECK(common({"a * c", "a b c"}, Gaps::Closed) == "none");
  CHECK(common({"a *1 c", "a b d c"}, Gaps::Open) == "none");
  CHECK(common({"a * c", "a *2 c"}, Gaps::Closed) == "| a c |");
}

TEST_CASE("sentence search: what a pattern matches and others do not") {
  const std::pair<Phrases, std::string> rows[] = {
      {{"a [b] c", "a c"}, "| a b c |"},  {{"a [b] c", "a c", "a b c"}, "none"},
      {{"(a|b|c)", "a", "c"}, "| b |"},   {{"a *2 b", "a b"}, "| a ? b |"},
      {{"a *2 b", "a *3 b"}, "none"},     {{"a *2 b", "a *1 b"}, "| a ? ? b |"},
      {{"(a & b)", "a *4 b"}, "| b a |"}, {{"a <number>", "a *"}, "| a <> |"},
      {{"^ a $", "a"}, "none"},
  };
  for (const auto& [phrases, expected] : rows) {
    CAPTURE(phrases.front());
    CHECK(alone(phrases) == expected);
  }
}

TEST_CASE("sentence search: a bound that is reached is told") {
  Graphs graphs({"a *9 b", "a *9 b *9 c"});
  const SentenceFound found = graphs.find(2, Gaps::Open, 5);
  CHECK(found.is_cut);
  CHECK_FALSE(found.sentence.has_value());
  CHECK_FALSE(graphs.find(2, Gaps::Open).is_cut);
}

TEST_CASE("sentence search: a message is found where the pattern set finds one, and only there") {
  RandomPhrase random(20261122);
  for (int i = 0; i < 150; ++i) {
    const Phrases phrases = {random.next(), random.next()};
    CAPTURE(phrases[0]);
    CAPTURE(phrases[1]);
    Graphs graphs(phrases);
    const SentenceFound both = graphs.find(2, Gaps::Open);
    const SentenceFound first = graphs.find(1, Gaps::Open);
    const SentenceFound tight = graphs.find(2, Gaps::Closed);
    if (tight.sentence) {
      CHECK(graphs.matches_whole(0, tokens_of(*tight.sentence)));
      CHECK(graphs.matches_whole(1, tokens_of(*tight.sentence)));
      CHECK(both.sentence.has_value());
    }
    if (both.sentence) {
      CHECK(graphs.matches_whole(0, tokens_of(*both.sentence)));
      CHECK(graphs.matches_whole(1, tokens_of(*both.sentence)));
    }
    if (first.sentence) {
      CHECK(graphs.matches_whole(0, tokens_of(*first.sentence)));
      CHECK_FALSE(graphs.matches_whole(1, tokens_of(*first.sentence)));
    }
    if (both.sentence && first.sentence) continue;
    for (const std::vector<Token>& message : all_messages(graphs)) {
      if (!graphs.matches_whole(0, message)) continue;
      const bool is_common = graphs.matches_whole(1, message);
      if (is_common ? both.sentence.has_value() : first.sentence.has_value()) continue;
      FAIL_CHECK("a message of " << message.size() << " tokens was not found");
      break;
    }
  }
}

}  // namespace waymark
