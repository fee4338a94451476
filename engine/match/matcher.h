#pragma once
// What is meant: the intents whose patterns match a message, best first. Built once for a locale,
// then const; any thread.
//
// The score is in thousandths and needs no floating point:
//   strength  = sum of the weights of the pattern's own words in its span. A word weighs the more
//   the
//               fewer intents use it in their examples.
//   coverage  = strength as a share of the weight of the whole message.
//   score     = 650 · strength/(strength + kHalfStrength) + 350 · coverage + bonus of the class.
// A longer, more specific pattern beats a shorter one; the same words weigh more in a short
// message.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/api/diagnostic.h"
#include "engine/text/pattern_set.h"

namespace waymark {

// What kind of thing a visitor means. Order matters nowhere; the bonuses are in matcher.cc.
enum class IntentClass : std::uint8_t { Question, Disclosure, Answer, Command, Smalltalk };

using IntentIndex = std::uint32_t;

// A pattern as written: whose it is and where it stands.
struct PatternOrigin {
  IntentIndex owner = 0;
  bool is_unless = false;
  std::string written;
  SourcePlace place;
};

struct IntentMatch {
  IntentIndex intent = 0;
  PatternIndex pattern = 0;
  TokenSpan span;
  std::int32_t score = 0;
};

// A match that an `unless` pattern took back, for the trace.
struct CancelledMatch {
  IntentMatch match;
  PatternIndex by = 0;
};

struct MatchResult {
  std::vector<IntentMatch> matches;  // best pattern of each intent, best intent first
  std::vector<CancelledMatch> cancelled;
};

class Matcher {
 public:
  Matcher() = default;
  Matcher(PatternSet patterns, std::vector<PatternOrigin> origins, std::vector<IntentClass> classes,
          std::vector<std::int32_t> word_weights);

  // Without the patterns of `left_out`, as if they had not been written.
  [[nodiscard]] MatchResult match(const Utterance& utterance,
                                  const std::vector<EntitySpan>& entities,
                                  const std::vector<PatternIndex>& left_out = {}) const;

  [[nodiscard]] const PatternOrigin& origin(PatternIndex pattern) const {
    return origins_[pattern];
  }
  [[nodiscard]] IntentClass class_of(IntentIndex intent) const { return classes_[intent]; }
  [[nodiscard]] const PatternSet& patterns() const { return patterns_; }

  // The weight of a word in thousandths; of a word that no rule knows, kUnknownWeight.
  [[nodiscard]] std::int32_t weight(const Token& token) const;
  [[nodiscard]] std::int32_t weight(WordId word) const;

 private:
  [[nodiscard]] std::int32_t score(const PatternHit& hit, const Utterance& utterance,
                                   std::int32_t total) const;

  PatternSet patterns_;
  std::vector<PatternOrigin> origins_;
  std::vector<IntentClass> classes_;
  std::vector<std::int32_t> word_weights_;
};

// What the class of an intent adds to the score of a match.
[[nodiscard]] std::int32_t class_bonus(IntentClass kind);

inline constexpr std::int32_t kUnknownWeight = 1200;
inline constexpr std::int32_t kHalfStrength = 3000;
inline constexpr std::int32_t kSizeShare = 650;
inline constexpr std::int32_t kCoverageShare = 350;

}  // namespace waymark
