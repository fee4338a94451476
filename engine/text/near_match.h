#pragma once
// How near a message comes to matching a pattern: the cheapest way through the pattern where a word
// may be missing and words of the message may stand in the way. Slow, for explanations only. Any
// thread.
//
// The same walk as a match (message_run.h), with a cost at each place instead of a bit, and the
// steps that led there. Cost: what is missing or in the way, less the weight of what is there.

#include <cstdint>
#include <functional>
#include <vector>

#include "engine/text/pattern_set.h"

namespace waymark {

// A part of a pattern that a message does not have.
struct MissingPart {
  TokenExpression::Kind kind = TokenExpression::Kind::Words;  // or Edge, Entity
  std::uint32_t value = 0;                                    // ClassId or EntityType
};

struct NearMatch {
  std::int32_t cost = 0;
  std::uint32_t found = 0;  // words of the pattern that the message has
  std::vector<MissingPart> missing;
  std::vector<std::uint32_t> in_the_way;  // tokens by number
};

// Words of a message that are looked at.
inline constexpr std::size_t kNearMatchTokens = 400;

// `weight` says how much a word is worth, in thousandths.
[[nodiscard]] NearMatch near_match(const AutomatonTable& table, ItemId root,
                                   const std::vector<Token>& tokens,
                                   const std::vector<EntitySpan>& entities,
                                   const std::function<std::int32_t(const Token&)>& weight);

}  // namespace waymark
