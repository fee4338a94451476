#include "engine/safety/scope.h"

#include <algorithm>
#include <array>
#include <optional>

namespace waymark {
namespace {

constexpr std::uint32_t kNegationReach = 2;  // tokens between the cue and the statement
constexpr std::uint32_t kDoubtReach = 6;
constexpr std::uint32_t kPersonReach = 6;
constexpr std::uint32_t kTimeReach = 8;
constexpr std::uint32_t kQuoteReach = 4;

bool crosses_sentence(const Utterance& utterance, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t i = from; i < to; ++i) {
    if (utterance.tokens[i].kind == TokenKind::Boundary) return true;
  }
  return false;
}

// Whether the visitor speaks of themself between the cue and the statement ("my mum said *I* ...").
bool first_person_between(const Utterance& utterance, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t i = from; i < to; ++i) {
    if (utterance.tokens[i].text == "i") return true;
  }
  return false;
}

// A turn in the sentence: what was said before "but" or "and" is not said of what comes after it.
bool turns_between(const Utterance& utterance, std::uint32_t from, std::uint32_t to) {
  static constexpr std::array<std::string_view, 10> kTurns = {
      "but", "though", "although", "except", "just", "and", "now", "still", "again", "because"};
  for (std::uint32_t i = from; i < to; ++i) {
    if (std::ranges::find(kTurns, utterance.tokens[i].text) != kTurns.end()) return true;
  }
  return false;
}

class ScopeFinder {
 public:
  ScopeFinder(TokenSpan span, const RiskRules& rules, const std::vector<PatternHit>& hits,
              const Utterance& utterance)
      : span_(span), rules_(rules), hits_(hits), utterance_(utterance) {}

  [[nodiscard]] std::optional<TokenSpan> negation() const {
    // "I can't say I'm not ...": a denial of a denial is none.
    if (begins_with_own() || !before(RiskRole::Doubt, kDoubtReach).empty()) return std::nullopt;
    std::size_t count = 0;
    std::optional<TokenSpan> nearest;
    for (const TokenSpan cue : before(RiskRole::Negation, kNegationReach)) {
      if (turns_between(utterance_, cue.last, span_.first) ||
          first_person_between(utterance_, cue.last, span_.first)) {
        continue;
      }
      ++count;
      nearest = cue;
    }
    return count % 2 == 1 ? nearest : std::nullopt;
  }

  [[nodiscard]] std::optional<TokenSpan> other_person() const {
    for (const TokenSpan cue : before(RiskRole::OtherPerson, kPersonReach)) {
      if (!first_person_between(utterance_, cue.last, span_.first) && !begins_with_own()) {
        return cue;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<TokenSpan> quote() const {
    for (const TokenSpan cue : before(RiskRole::Quote, kQuoteReach)) {
      if (!turns_between(utterance_, cue.last, span_.first)) return cue;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<TokenSpan> past() const {
    for (const PatternHit& hit : hits_) {
      if (rules_.origins[hit.pattern].role != RiskRole::Past) continue;
      const std::uint32_t from = std::min(hit.span.last, span_.last);
      const std::uint32_t to = std::max(hit.span.first, span_.first);
      if (to <= from) return hit.span;
      if (to - from <= kTimeReach && !crosses_sentence(utterance_, from, to) &&
          !turns_between(utterance_, from, to)) {
        return hit.span;
      }
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool begins_with_own() const { return utterance_.tokens[span_.first].text == "i"; }

  // Cues of a role that end before the statement, within reach and the sentence; by place, those
  // inside a longer cue left out.
  [[nodiscard]] std::vector<TokenSpan> before(RiskRole role, std::uint32_t reach) const {
    std::vector<TokenSpan> cues;
    for (const PatternHit& hit : hits_) {
      if (rules_.origins[hit.pattern].role != role || hit.span.last > span_.first) continue;
      if (span_.first - hit.span.last > reach ||
          crosses_sentence(utterance_, hit.span.last, span_.first)) {
        continue;
      }
      cues.push_back(hit.span);
    }
    std::ranges::sort(cues);
    std::erase_if(cues, [all = cues](const TokenSpan& cue) {
      return std::ranges::any_of(
          all, [&](const TokenSpan& other) { return other != cue && other.covers(cue); });
    });
    cues.erase(std::ranges::unique(cues).begin(), cues.end());
    return cues;
  }

  TokenSpan span_;
  const RiskRules& rules_;
  const std::vector<PatternHit>& hits_;
  const Utterance& utterance_;
};

}  // namespace

std::string_view name_of(ScopeKind kind) {
  switch (kind) {
    case ScopeKind::Own: return "own";
    case ScopeKind::Negated: return "negated";
    case ScopeKind::Past: return "past";
    case ScopeKind::Quoted: return "quoted";
    case ScopeKind::OtherPerson: return "other person";
  }
  return "own";
}

Scope scope_of(TokenSpan span, const RiskRules& rules, const std::vector<PatternHit>& hits,
               const Utterance& utterance) {
  const ScopeFinder finder(span, rules, hits, utterance);
  if (const auto cue = finder.negation()) return {ScopeKind::Negated, *cue};
  if (const auto cue = finder.quote()) return {ScopeKind::Quoted, *cue};
  if (const auto cue = finder.past()) return {ScopeKind::Past, *cue};
  if (const auto cue = finder.other_person()) return {ScopeKind::OtherPerson, *cue};
  return {};
}

}  // namespace waymark
