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

// How far the cues must lean towards no risk (hundredths) before they lower what a rule of a tier
// found to context. What is said outright is believed for longer.
std::int32_t harmless_lean(RiskTier tier) {
  switch (tier) {
    case RiskTier::Emergency: return -300;
    case RiskTier::Explicit: return -150;
    case RiskTier::None:
    case RiskTier::Context:
    case RiskTier::Indirect: return -50;
  }
  return 0;
}

// A lean over this is acted on though no rule found anything. It is under 0, where risk and none
// are as likely: to miss somebody is the worse mistake. Measured on lines that nothing was fitted
// to.
constexpr std::int32_t kLikelyRisk = -50;

// A lean that is nearly that is kept as context, which adds up.
constexpr std::int32_t kNearlyRisk = -100;

// What the cues say of two messages read as one is believed less, by this much: the second may be
// about something else.
constexpr std::int32_t kJoinDoubt = 50;

// The cues judge the message as a whole: they find risk where no rule did, may name another
// category, and lower what rules found in a harmless setting, never to silence.
void apply_lean(RiskAssessment& assessment, RiskLean lean) {
  assessment.lean = lean;
  if (assessment.is_at_risk()) {
    if (lean.lean <= harmless_lean(assessment.tier)) {
      assessment.tier = RiskTier::Context;
    } else if (lean.lean > kLikelyRisk && assessment.tier != RiskTier::Emergency) {
      assessment.category = lean.category;
    }
  } else if (lean.lean > kLikelyRisk) {
    assessment.tier = RiskTier::Indirect;
    assessment.category = lean.category;
  } else if (lean.lean > kNearlyRisk && assessment.tier == RiskTier::None) {
    assessment.tier = RiskTier::Context;
    assessment.category = lean.category;
  }
  if (assessment.is_at_risk() && assessment.category == RiskCategory::Emergency) {
    assessment.tier = RiskTier::Emergency;
  }
}

RiskHit judge(const RiskRules& rules, const PatternHit& match, const std::vector<PatternHit>& hits,
              const Utterance& utterance) {
  const std::uint32_t rule = rules.origins[match.pattern].rule;
  RiskHit hit{rule, match.pattern, match.span, {}, {}, {}, {}};
  // "I can not stop thinking about it": what says that a denial is none, says so to an idiom too.
  const auto is_doubted = [&](TokenSpan idiom) {
    return std::ranges::any_of(hits, [&](const PatternHit& other) {
      return rules.origins[other.pattern].role == RiskRole::Doubt &&
             other.span.last > idiom.first && other.span.first < match.span.first &&
             other.span.last <= match.span.first + 1;
    });
  };
  const auto idiom = std::ranges::find_if(hits, [&](const PatternHit& other) {
    const RiskPattern& by = rules.origins[other.pattern];
    return by.role == RiskRole::Unless && by.rule == rule && other.span.covers(match.span) &&
           !is_doubted(other.span);
  });
  if (idiom != hits.end()) {
    hit.category = rules.rules[rule].category;
    hit.cancelled_by = idiom->pattern;
  } else {
    hit.scope = scope_of(match.span, rules, hits, utterance);
    apply_scope(rules.rules[rule], hit);
  }
  return hit;
}

// What the rules find, each judged by the words around it.
std::vector<RiskHit> judged_hits(const RiskRules& rules, const Utterance& utterance,
                                 const std::vector<PatternIndex>& left_out) {
  std::vector<PatternHit> hits = rules.patterns.match(utterance.tokens, {});
  leave_out(hits, left_out);
  std::vector<RiskHit> judged;
  for (const PatternHit& match : hits) {
    if (rules.origins[match.pattern].role != RiskRole::Rule) continue;
    judged.push_back(judge(rules, match, hits, utterance));
  }
  return judged;
}

void add_hit(RiskAssessment& assessment, const RiskHit& hit) {
  if (outranks(hit, assessment)) {
    assessment.tier = hit.tier;
    assessment.category = hit.category;
  }
  assessment.hits.push_back(hit);
}

}  // namespace

RiskAssessment screen(const RiskRules& rules, const Utterance& utterance,
                      const std::vector<CueAtom>& atoms, const RiskMemory& memory,
                      const std::vector<PatternIndex>& left_out) {
  RiskAssessment assessment;
  for (const RiskHit& hit : judged_hits(rules, utterance, left_out)) add_hit(assessment, hit);
  if (!rules.cues.is_empty()) {
    assessment.cues = risk_cues_in(rules, atoms, assessment.hits);
    apply_lean(assessment, lean_of(rules, assessment.cues, atoms, assessment.hits));
  }
  if (assessment.tier == RiskTier::Context && memory.weak_cues + 1 >= kWeakCuesThatCount) {
    assessment.tier = RiskTier::Indirect;
  }
  return assessment;
}

RiskAssessment screen_across(const RiskRules& rules, const Utterance& whole,
                             const std::vector<CueAtom>& atoms, std::uint32_t begin,
                             const std::vector<PatternIndex>& left_out) {
  RiskAssessment across;
  across.with_before = true;
  const std::vector<RiskHit> all = judged_hits(rules, whole, left_out);
  for (const RiskHit& hit : all) {
    if (hit.span.first < begin && hit.span.last > begin) add_hit(across, hit);
  }
  if (!rules.cues.is_empty()) {
    RiskLean lean = lean_of(rules, risk_cues_in(rules, atoms, all), atoms, all);
    lean.lean -= kJoinDoubt;
    apply_lean(across, lean);
  }
  for (RiskHit& hit : across.hits) hit.span = {0, hit.span.last - begin};
  return across;
}

}  // namespace waymark
