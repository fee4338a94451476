#pragma once
// The meaning of a token expression, spelt out as plainly as possible: every place is tried,
// nothing is indexed or packed into bits. Slow; the referee of the pattern set.

#include <vector>

#include "engine/text/pattern_set.h"

namespace waymark::fakes {

// The longest match from each place where one begins, without the sentence ends at its edges; by
// place, the same span once.
[[nodiscard]] std::vector<TokenSpan> reference_matches(const TokenExpression& expression,
                                                       const std::vector<Token>& tokens,
                                                       const std::vector<EntitySpan>& entities);

}  // namespace waymark::fakes
