#pragma once
// Number words that stand side by side become one number: "twenty one" is 21, "two hundred and
// five" is 205. Used by the entity extractor. Stateless; any thread.

#include <vector>

#include "engine/match/entity.h"

namespace waymark {

// Joins `numbers` (entities of type Number, sorted by place). Digits are joined with "hundred"
// only: "2 hundred" is 200, "20 5" stays two numbers.
[[nodiscard]] std::vector<Entity> join_numbers(std::vector<Entity> numbers,
                                               const Utterance& utterance);

}  // namespace waymark
