#include "engine/safety/risk_tail.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "engine/api/limits.h"
#include "engine/text/analyser.h"

namespace waymark {
namespace {

// A language that knows some words; of those, risk rules name "i", "want" and "die".
class KnownWords {
 public:
  KnownWords() {
    for (const std::string_view word : {"hello", "i", "want", "to", "die"}) {
      language_.vocabulary.add(word);
    }
    for (const std::string_view word : {"i", "want", "die"}) {
      tail_.add(language_.vocabulary.find(word), word);
    }
  }

  [[nodiscard]] std::vector<StableId> after(std::string_view text,
                                            const std::vector<StableId>& before = {}) const {
    return tail_.after(before, analyse(language_, text));
  }

  // What comes back of a tail: "-" for a word that nobody named, "." for the end of a sentence.
  [[nodiscard]] std::string words(const std::vector<StableId>& tail) const {
    std::string all;
    for (const Token& token : tail_.tokens(tail, language_.vocabulary)) {
      if (!all.empty()) all += ' ';
      all += token.kind == TokenKind::Boundary ? "." : token.text.empty() ? "-" : token.text;
    }
    return all;
  }

 private:
  Language language_;
  RiskTail tail_;
};

TEST_CASE("risk tail: words that risk rules name come back, others only as a gap") {
  const KnownWords known;
  CHECK(known.words(known.after("I want to die")) == "i want - die");
  CHECK(known.words(known.after("i, Agatha, want")) == "i - want");
}

TEST_CASE("risk tail: it begins with a word that counts") {
  const KnownWords known;
  CHECK(known.words(known.after("hello there I")) == "i");
  CHECK(known.after("hello to you").empty());
  CHECK(known.after("").empty());
}

TEST_CASE("risk tail: the end of a sentence is kept inside, not at the end") {
  const KnownWords known;
  CHECK(known.words(known.after("I want. I")) == "i want . i");
  CHECK(known.words(known.after("I want...")) == "i want");
}

TEST_CASE("risk tail: it goes on over messages and stays within its bound") {
  const KnownWords known;
  std::vector<StableId> tail = known.after("want", known.after("i"));
  CHECK(known.words(tail) == "i want");
  for (int i = 0; i < 20; ++i) tail = known.after("i die", tail);
  CHECK(tail.size() == kMaxRiskTail);
}

TEST_CASE("risk tail: an id that this version does not know is a gap") {
  CHECK(KnownWords().words({12345, stable_id("die")}) == "- die");
}

}  // namespace
}  // namespace waymark
