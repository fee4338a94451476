#include "engine/safety/risk_screen.h"

#include <algorithm>

namespace waymark {
namespace {

constexpr std::uint8_t kWeakCuesThatCount = 3;

bool is_about_harm_to_self(RiskCategory category) {
  return category == RiskCategory::Suicide || category == RiskCategory::SelfHarm;
}

// What the scope makes of a rule's tier and category. Denied, past and quoted statements are kept
// as context; those about somebody else lead to help for people who worry about somebody.
void apply_scope(const RiskRule& rule, RiskHit& hit) {
  hit.category = rule.category;
  hit.tier = rule.tier;
  if (rule.fixed_scope) return;
  switch (hit.scope.kind) {
    case ScopeKind::Own: return;
    case ScopeKind::OtherPerson:
      if (is_about_harm_to_self(rule.category)) hit.category = RiskCategory::OtherPerson;
      return;
    case ScopeKind::Negated:
    case ScopeKind::Past:
    case ScopeKind::Quoted: hit.tier = std::min(rule.tier, RiskTier::Context); return;
  }
}

bool outranks(const RiskHit& a, const RiskAssessment& b) {
  return a.tier > b.tier || (a.tier == b.tier && a.category < b.category);
}

}  // namespace

RiskAssessment screen(const RiskRules& rules, const Utterance& utterance,
                      const RiskMemory& memory) {
  RiskAssessment assessment;
  const std::vector<PatternHit> hits = rules.patterns.match(utterance.tokens, {});
  for (const PatternHit& match : hits) {
    const RiskPattern& origin = rules.origins[match.pattern];
    if (origin.role != RiskRole::Rule) continue;
    RiskHit hit{origin.rule, match.pattern, match.span, {}, {}, {}, {}};
    const auto idiom = std::ranges::find_if(hits, [&](const PatternHit& other) {
      const RiskPattern& by = rules.origins[other.pattern];
      return by.role == RiskRole::Unless && by.rule == origin.rule && other.span.covers(match.span);
    });
    if (idiom != hits.end()) {
      hit.category = rules.rules[hit.rule].category;
      hit.cancelled_by = idiom->pattern;
    } else {
      hit.scope = scope_of(match.span, rules, hits, utterance);
      apply_scope(rules.rules[hit.rule], hit);
    }
    if (outranks(hit, assessment)) {
      assessment.tier = hit.tier;
      assessment.category = hit.category;
    }
    assessment.hits.push_back(hit);
  }
  if (assessment.tier == RiskTier::Context && memory.weak_cues + 1 >= kWeakCuesThatCount) {
    assessment.tier = RiskTier::Indirect;
  }
  return assessment;
}

}  // namespace waymark
