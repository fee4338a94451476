#pragma once
// Patterns written in the phrase language, compiled as a pack's are, over a vocabulary of their
// own.
//
//   PhraseSet phrases({{"low", {"low", "sad"}}});
//   phrases.add("feel * {low}");
//   phrases.finish();
//   CHECK(phrases.found("i feel so sad. i feel low") == "feel so sad | feel low");

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/match/lexicon.h"
#include "engine/text/language.h"
#include "engine/text/pattern_set.h"

namespace waymark::fakes {

using SynonymSets = std::vector<std::pair<std::string, std::vector<std::string>>>;

class PhraseSet {
 public:
  explicit PhraseSet(const SynonymSets& sets = {});

  // Adds a phrase; throws when it is wrong. Its words join the vocabulary.
  PatternIndex add(std::string_view phrase);

  // Builds the index; call once, before the first match.
  void finish() { patterns_.finish({}); }

  [[nodiscard]] Language& language() { return language_; }
  [[nodiscard]] const PatternSet& patterns() const { return patterns_; }

  // The set itself, finished or not; nothing is left here.
  [[nodiscard]] PatternSet take() { return std::move(patterns_); }

  // The phrases as they were added.
  [[nodiscard]] const std::vector<TokenExpression>& expressions() const { return expressions_; }

  [[nodiscard]] Utterance read(std::string_view message) const;

  // The words that each hit spans, in the order of the hits, with " | " between; empty for none.
  [[nodiscard]] std::string found(std::string_view message,
                                  const std::vector<EntitySpan>& entities = {}) const;

 private:
  Language language_;
  Lexicon lexicon_;
  PatternSet patterns_;
  std::vector<TokenExpression> expressions_;
};

// What one phrase finds in a message.
[[nodiscard]] std::string found_by(std::string_view phrase, std::string_view message,
                                   const SynonymSets& sets = {});

}  // namespace waymark::fakes
