#include "engine/verify/pattern_overlap.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "engine/verify/sentence_text.h"
#include "tests/fakes/rule_set.h"

namespace waymark {
namespace {

using Rules = std::vector<std::pair<std::string, std::string>>;

const fakes::SynonymSets kSets = {{"low", {"low", "sad", "so blue"}},
                                  {"filler", {"so", "well", "oh well"}}};

// The witnesses of all overlaps, with bars between.
std::string overlaps(const Rules& written) {
  fakes::RuleSet rules(written, {}, kSets);
  const PatternOutlines outlines(rules.matcher(), rules.intents());
  std::string out;
  for (const PatternOverlap& overlap : find_overlaps(outlines).overlaps) {
    CHECK(overlap.one < overlap.other);
    out += (out.empty() ? "" : " | ") + sentence_text(rules.language(), overlap.witness);
  }
  return out;
}

// The phrases as rules of two intents.
std::string overlap(const std::string& one, const std::string& other) {
  return overlaps({{"a", one}, {"b", other}});
}

}  // namespace

TEST_CASE("pattern overlap: rules of two intents that claim the same words") {
  const std::array<std::string, 3> rows[] = {
      {"what does it cost", "what does it cost", "what does it cost"},
      {"[so] what does (it|that) cost", "what does it cost [me]", "what does it cost"},
      {"^ [{filler}] cancel $", "cancel", "cancel"},
      {"({low} & tired)", "tired *3 {low}", "tired low"},
      {"feel *2 {low}", "(feel|am) so blue", "feel so blue"},
      {"talk * to someone", "talk to * someone", "talk to someone"},
      {"<number> sessions", "[about] <number> session+", "12 sessions"},
      {"in <place>", "[in] <place> [please]", "in leeds"},
      {"oh well $", "^ {filler}", "oh well"},
  };
  for (const auto& [one, other, witness] : rows) {
    CAPTURE(one);
    CAPTURE(other);
    CHECK(overlap(one, other) == witness);
    CHECK(overlap(other, one) == witness);
  }
}

TEST_CASE("pattern overlap: no overlap where the one is more specific, or both are said in turn") {
  const std::pair<std::string, std::string> rows[] = {
      {"how much *3 therapy", "how much is therapy"},  // the gap takes a word of the other
      {"what does it cost", "cost"},                   // only part of the message
      {"lost my job", "how much is it"},               // two meanings in a message
      {"a x * b", "a * y b"},                          // each names what the other leaves to a gap
      {"^ cancel $", "cancel it"},
      {"<number> sessions", "<place> sessions"},
      {"<number> sessions", "three sessions"},  // an entity is no word
      {"feel {low}", "feel blue"},
      {"(a & b)", "(a & c)"},
  };
  for (const auto& [one, other] : rows) {
    CAPTURE(one);
    CAPTURE(other);
    CHECK(overlap(one, other).empty());
    CHECK(overlap(other, one).empty());
  }
}

TEST_CASE("pattern overlap: rules of one intent are no overlap, and each pair of two is one") {
  CHECK(overlaps({{"a", "stop that"}, {"a", "stop [that]"}}).empty());
  CHECK(overlaps({{"a", "stop"}, {"a", "stop [that]"}, {"b", "stop [now]"}}) == "stop | stop");
}

TEST_CASE("pattern overlap: an unless of either takes the words away that it covers") {
  const Rules both = {{"a", "stop (it|that)"}, {"b", "stop [it|that]"}};
  CHECK(overlaps(both) == "stop it");
  const auto with = [&](std::vector<Rules::value_type> more) {
    Rules rules = both;
    rules.insert(rules.end(), more.begin(), more.end());
    return overlaps(rules);
  };
  CHECK(with({{"a", "unless: stop it"}}) == "stop that");
  CHECK(with({{"b", "unless: stop * it"}}) == "stop that");
  CHECK(with({{"a", "unless: stop it"}, {"b", "unless: ^ stop that $"}}).empty());
  CHECK(with({{"a", "unless: stop it now"}}) == "stop it");
  CHECK(with({{"a", "unless: it"}}) == "stop it");
  CHECK(with({{"c", "unless: stop it"}}) == "stop it");
}

TEST_CASE("pattern overlap: a pair past the bound is told") {
  const Rules written = {{"a", "[a] [b] [c] d e f"}, {"b", "[a] [c] [b] d f e"}};
  const fakes::RuleSet rules(written);
  const PatternOutlines outlines(rules.matcher(), rules.intents());
  const OverlapSearch search = find_overlaps(outlines, 4);
  CHECK(search.overlaps.empty());
  REQUIRE(search.undecided.size() == 1);
  CHECK(search.undecided.front().other == 1);
  CHECK(find_overlaps(outlines).undecided.empty());
}

TEST_CASE("pattern overlap: both patterns match the whole witness, at random") {
  std::mt19937 random(7);
  const auto below = [&random](std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
  };
  const std::vector<std::string> items = {
      "a", "b", "c", "[a]", "[b]", "(a|b c)", "*2", "[c|a b]", "(a & b)", "{low}", "[{filler}]"};
  std::size_t found = 0;
  for (int round = 0; round < 40; ++round) {
    Rules written;
    for (int i = 0; i < 12; ++i) {
      std::string phrase = below(3) == 0 ? "^ a" : items[below(3)];
      for (std::size_t k = below(4); k > 0; --k) phrase += ' ' + items[below(items.size())];
      written.emplace_back(i % 2 == 0 ? "x" : "y", below(3) == 0 ? phrase + " $" : phrase);
    }
    const fakes::RuleSet rules(written, {}, kSets);
    const PatternOutlines outlines(rules.matcher(), rules.intents());
    for (const PatternOverlap& overlap : find_overlaps(outlines).overlaps) {
      const SentenceTokens message = sentence_tokens(overlap.witness);
      const TokenSpan whole{0, static_cast<std::uint32_t>(message.tokens.size())};
      const auto hits = rules.matcher().patterns().match(message.tokens, message.entities);
      CAPTURE(written[overlap.one].second);
      CAPTURE(written[overlap.other].second);
      CHECK(std::ranges::find(hits, PatternHit{overlap.one, whole}) != hits.end());
      CHECK(std::ranges::find(hits, PatternHit{overlap.other, whole}) != hits.end());
      ++found;
    }
  }
  CHECK(found > 100);
}

}  // namespace waymark
