#include "engine/safety/risk_cues.h"

#include <algorithm>
#include <iterator>

namespace waymark {
namespace {

constexpr std::array<const char*, 6> kStates = {":own",    ":negated", ":past",
                                                ":quoted", ":other",   ":idiom"};
constexpr std::size_t kTiers = 5;

std::uint32_t state_of(const RiskHit& hit) {
  if (hit.cancelled_by) return 5;
  return static_cast<std::uint32_t>(hit.scope.kind);
}

// What a part says without the rest around it is believed less, by this much.
constexpr std::int32_t kPartDoubt = 300;

// Tokens of a message that is judged in parts, and of a part where no sentence ends.
constexpr std::uint32_t kLongMessage = 16;
constexpr std::uint32_t kPartLength = 16;
constexpr std::uint32_t kLeastPart = 3;

RiskLean lean_by(const RiskRules& rules, const SeenCues& seen) {
  const std::vector<std::int32_t> totals = rules.cues.totals(seen);
  const auto best = std::max_element(totals.begin(), totals.end() - 1);
  return {static_cast<RiskCategory>(best - totals.begin()), *best - totals.back()};
}

// The sentences of a long message; those that are long themselves in windows that overlap by half.
std::vector<TokenSpan> parts_of(const std::vector<CueAtom>& atoms) {
  std::vector<TokenSpan> parts;
  const auto count = static_cast<std::uint32_t>(atoms.size());
  if (count <= kLongMessage) return parts;
  for (std::uint32_t first = 0; first < count;) {
    std::uint32_t last = first;
    while (last < count && atoms[last].word < kAtomBegin) ++last;
    for (std::uint32_t at = first; at < last; at += kPartLength / 2) {
      const std::uint32_t end = std::min(at + kPartLength, last);
      if (end - at >= kLeastPart) parts.push_back({at, end});
      if (end == last) break;
    }
    first = last + 1;
  }
  return parts;
}

}  // namespace

std::vector<std::uint32_t> risk_marks(const RiskRules& rules, const std::vector<RiskHit>& hits) {
  const auto of_rules = static_cast<std::uint32_t>(rules.rules.size() * kStates.size());
  if (hits.empty()) {
    return {of_rules + static_cast<std::uint32_t>(kRiskCategories * kTiers * kStates.size())};
  }
  std::vector<std::uint32_t> marks;
  for (const RiskHit& hit : hits) {
    const RiskRule& rule = rules.rules[hit.rule];
    const auto kind = static_cast<std::uint32_t>(static_cast<std::size_t>(rule.category) * kTiers +
                                                 static_cast<std::size_t>(rule.tier));
    constexpr auto kStateCount = static_cast<std::uint32_t>(kStates.size());
    marks.push_back(hit.rule * kStateCount + state_of(hit));
    marks.push_back(of_rules + kind * kStateCount + state_of(hit));
  }
  return marks;
}

std::vector<std::string> risk_mark_names(const std::vector<RiskRule>& rules) {
  std::vector<std::string> names;
  const auto add = [&names](const std::string& name) {
    for (const char* state : kStates) names.push_back(name + state);
  };
  for (const RiskRule& rule : rules) add(rule.id);
  for (std::size_t category = 0; category < kRiskCategories; ++category) {
    for (std::size_t tier = 0; tier < kTiers; ++tier) {
      add(std::string(name_of(static_cast<RiskCategory>(category))) + ':' +
          std::string(name_of(static_cast<RiskTier>(tier))));
    }
  }
  names.emplace_back("none");
  return names;
}

SeenCues risk_cues_in(const RiskRules& rules, const std::vector<CueAtom>& atoms,
                      const std::vector<RiskHit>& hits) {
  return rules.cues.seen_in(atoms, risk_marks(rules, hits));
}

RiskLean lean_of(const RiskRules& rules, const SeenCues& seen, const std::vector<CueAtom>& atoms,
                 const std::vector<RiskHit>& hits) {
  RiskLean lean = lean_by(rules, seen);
  for (const TokenSpan part : parts_of(atoms)) {
    const std::vector<CueAtom> words(atoms.begin() + part.first, atoms.begin() + part.last);
    std::vector<RiskHit> inside;
    std::ranges::copy_if(hits, std::back_inserter(inside),
                         [&](const RiskHit& hit) { return part.covers(hit.span); });
    RiskLean of_part = lean_by(rules, risk_cues_in(rules, words, inside));
    of_part.lean -= kPartDoubt;
    if (of_part.lean > lean.lean) lean = of_part;
  }
  return lean;
}

std::vector<CueShare> risk_reasons(const RiskRules& rules, const SeenCues& seen,
                                   RiskCategory category, std::size_t most) {
  return rules.cues.shares(seen, static_cast<OutcomeIndex>(category), most);
}

}  // namespace waymark
