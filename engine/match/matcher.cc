#include "engine/match/matcher.h"

#include <algorithm>
#include <map>
#include <utility>

namespace waymark {

// A question asked in passing is what the visitor wants answered; small talk counts when there is
// nothing else.
std::int32_t class_bonus(IntentClass kind) {
  switch (kind) {
    case IntentClass::Question: return 220;
    case IntentClass::Command: return 50;
    case IntentClass::Disclosure: return 0;
    case IntentClass::Answer: return -50;
    case IntentClass::Smalltalk: return -300;
  }
  return 0;
}

Matcher::Matcher(PatternSet patterns, std::vector<PatternOrigin> origins,
                 std::vector<IntentClass> classes, std::vector<std::int32_t> word_weights)
    : patterns_(std::move(patterns)),
      origins_(std::move(origins)),
      classes_(std::move(classes)),
      word_weights_(std::move(word_weights)) {}

std::int32_t Matcher::weight(const Token& token) const {
  if (token.kind == TokenKind::Boundary) return 0;
  return weight(token.word);
}

std::int32_t Matcher::weight(WordId word) const {
  if (word == kUnknownWord || word >= word_weights_.size()) return kUnknownWeight;
  return word_weights_[word];
}

std::int32_t Matcher::score(const PatternHit& hit, const Utterance& utterance,
                            std::int32_t total) const {
  std::int32_t strength = 0;
  for (std::uint32_t i = hit.span.first; i < hit.span.last; ++i) {
    const Token& token = utterance.tokens[i];
    if (patterns_.names(hit.pattern, token)) strength += weight(token);
  }
  const std::int64_t size = std::int64_t{kSizeShare} * strength / (strength + kHalfStrength);
  const std::int64_t coverage = total > 0 ? std::int64_t{kCoverageShare} * strength / total : 0;
  return static_cast<std::int32_t>(size + coverage) +
         class_bonus(classes_[origins_[hit.pattern].owner]);
}

MatchResult Matcher::match(const Utterance& utterance, const std::vector<EntitySpan>& entities,
                           const std::vector<PatternIndex>& left_out) const {
  std::vector<PatternHit> hits = patterns_.match(utterance.tokens, entities);
  leave_out(hits, left_out);
  std::int32_t total = 0;
  for (const Token& token : utterance.tokens) total += weight(token);
  MatchResult result;
  std::map<IntentIndex, IntentMatch> best;
  for (const PatternHit& hit : hits) {
    const PatternOrigin& origin = origins_[hit.pattern];
    if (origin.is_unless) continue;
    const IntentMatch match{origin.owner, hit.pattern, hit.span, score(hit, utterance, total)};
    const auto covering = std::ranges::find_if(hits, [&](const PatternHit& other) {
      const PatternOrigin& by = origins_[other.pattern];
      return by.is_unless && by.owner == origin.owner && other.span.covers(hit.span);
    });
    if (covering != hits.end()) {
      result.cancelled.push_back({match, covering->pattern});
      continue;
    }
    const auto [entry, is_new] = best.try_emplace(match.intent, match);
    if (!is_new && match.score > entry->second.score) entry->second = match;
  }
  for (const auto& [intent, match] : best) result.matches.push_back(match);
  std::ranges::stable_sort(result.matches, std::ranges::greater(), &IntentMatch::score);
  return result;
}

}  // namespace waymark
