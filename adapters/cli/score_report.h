#pragma once
// A score as tables for people or as JSON for programs. Any thread.

#include <string>
#include <vector>

#include "adapters/cli/score.h"

namespace waymark {

enum class Misses { Counted, Listed };

[[nodiscard]] std::string score_text(const Score& score, const std::vector<ScoredText>& texts,
                                     Misses misses);

[[nodiscard]] std::string score_json(const Score& score, const std::vector<ScoredText>& texts,
                                     Misses misses);

}  // namespace waymark
