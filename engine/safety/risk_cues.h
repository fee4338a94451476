#pragma once
// What the whole of a message says about risk, beyond the rules that matched: cues that add up for
// each category and for "no risk". Rules catch what can be written down as a phrase; cues catch
// what is said in other words, and tell a harmless setting ("I was suicidal at 16, I am a nurse
// now"). Built once for a locale, then const; any thread.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/safety/risk_rules.h"
#include "engine/safety/scope.h"
#include "engine/text/cue_table.h"

namespace waymark {

// One rule that matched, with what became of it.
struct RiskHit {
  std::uint32_t rule = 0;
  PatternIndex pattern = 0;
  TokenSpan span;
  RiskCategory category = RiskCategory::Suicide;  // after scope
  RiskTier tier = RiskTier::None;                 // after scope; None when an idiom covers it
  Scope scope;
  std::optional<PatternIndex> cancelled_by;  // the idiom that covers it
};

// How the cues of a message lean: the category they speak for most, and by how much they speak for
// it rather than for no risk (hundredths of a natural-log unit; over 0 is likelier than not).
struct RiskLean {
  RiskCategory category = RiskCategory::Suicide;
  std::int32_t lean = 0;
};

// The marks that hits leave for the cues: for each rule and what became of it, for each category,
// tier and what became of it, and one where nothing matched.
[[nodiscard]] std::vector<std::uint32_t> risk_marks(const RiskRules& rules,
                                                    const std::vector<RiskHit>& hits);

// Their names by number: "suicide.explicit.kill_myself:own", "safety.suicide:explicit:negated" ...
// and "none". What became of a hit: own, negated, past, quoted, other or idiom.
[[nodiscard]] std::vector<std::string> risk_mark_names(const std::vector<RiskRule>& rules);

// The cues of a message, its hits among them.
[[nodiscard]] SeenCues risk_cues_in(const RiskRules& rules, const std::vector<CueAtom>& atoms,
                                    const std::vector<RiskHit>& hits);

// The lean of the whole message, whose cues are `seen`, or of the part of it that leans most
// towards risk: in a long message a sentence can say it. Needs cues.
[[nodiscard]] RiskLean lean_of(const RiskRules& rules, const SeenCues& seen,
                               const std::vector<CueAtom>& atoms, const std::vector<RiskHit>& hits);

// The cues that speak for a category, and against it.
[[nodiscard]] std::vector<CueShare> risk_reasons(const RiskRules& rules, const SeenCues& seen,
                                                 RiskCategory category, std::size_t most);

}  // namespace waymark
