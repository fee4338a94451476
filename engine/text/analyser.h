#pragma once
// Stages 1 and 2 of a turn in one call: what was typed becomes an Utterance. Also the way in which
// the words of patterns and labels are read, so that both sides of a comparison are written alike.
// Stateless; any thread.

#include <string>
#include <string_view>
#include <vector>

#include "engine/text/language.h"
#include "engine/text/utterance.h"

namespace waymark {

// Admits, normalises, splits, rewrites and corrects. Never fails.
[[nodiscard]] Utterance analyse(const Language& language, std::string_view bytes);

// The words of a piece of content ("don't" → do, not), with rewrites and the table of misspellings
// but without guessing. Sentence ends are left out.
[[nodiscard]] std::vector<std::string> content_words(const Language& language,
                                                     std::string_view text);

}  // namespace waymark
