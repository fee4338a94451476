#pragma once
// Whose, when and whether: what the words around a risk statement say about it. Works on tokens and
// visible spans only, so every judgement can be shown. It may lower the tier of a hit or turn it to
// somebody else; it never makes a hit vanish. Stateless; any thread.
//
// The reach of a cue is a judgement made for safety: short for negation ("not *really* suicidal"),
// so that "not well, I want to die" stays; within the sentence for person and time.

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/safety/risk_rules.h"
#include "engine/text/utterance.h"

namespace waymark {

enum class ScopeKind : std::uint8_t { Own, Negated, Past, Quoted, OtherPerson };

[[nodiscard]] std::string_view name_of(ScopeKind kind);

struct Scope {
  ScopeKind kind = ScopeKind::Own;
  TokenSpan cue;  // the words that say so
};

// The scope of a statement at `span`, given all hits of the rules' pattern set.
[[nodiscard]] Scope scope_of(TokenSpan span, const RiskRules& rules,
                             const std::vector<PatternHit>& hits, const Utterance& utterance);

}  // namespace waymark
