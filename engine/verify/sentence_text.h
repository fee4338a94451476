#pragma once
// Sentences of the pattern proofs as messages: as a visitor would type them, and as tokens that
// patterns meet. Stateless; any thread.

#include <string>
#include <vector>

#include "engine/text/language.h"
#include "engine/text/pattern_set.h"
#include "engine/text/sentence_search.h"

namespace waymark {

// The sentence as text. An entity is an example of its type ("leeds", "£40"), a word that no rule
// knows is "...", and a sentence end within it a full stop.
[[nodiscard]] std::string sentence_text(const Language& language,
                                        const std::vector<SentenceRow>& sentence);

// The sentence as tokens, with entities where it has them.
struct SentenceTokens {
  std::vector<Token> tokens;
  std::vector<EntitySpan> entities;
};
[[nodiscard]] SentenceTokens sentence_tokens(const std::vector<SentenceRow>& sentence);

}  // namespace waymark
