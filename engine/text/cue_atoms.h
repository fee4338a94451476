#pragma once
// A message as the cues see it: each word with the groups that it is in. Stateless; any thread.

#include <string>
#include <string_view>
#include <vector>

#include "engine/text/cue.h"
#include "engine/text/language.h"
#include "engine/text/stemmer.h"

namespace waymark {

// The names of the groups of a word: "argu~" for its stem, "{row}" for each of its classes.
[[nodiscard]] std::vector<std::string> group_names(const Language& language, const Stemmer& stemmer,
                                                   std::string_view word);

// The names of the pieces of a word, which are groups as well: four letters that follow each other,
// and three at its begin and its end ("dep*", "*depr*", ... "*ion"). What some words were seen to
// say, words like them say too. A word of fewer than four letters has none.
[[nodiscard]] std::vector<std::string> piece_names(std::string_view word);

// The class of words that carry grammar and no meaning; their stems make no cue with another.
inline constexpr std::string_view kFunctionWords = "{function_word}";

// The groups of a word that some cue names, its pieces among them.
[[nodiscard]] WordGroups::Entry groups_in_use(const Language& language, const Stemmer& stemmer,
                                              std::string_view word);

// The atoms of an utterance. Words of the vocabulary have their groups ready; others are stemmed.
[[nodiscard]] std::vector<CueAtom> cue_atoms(const Language& language,
                                             const std::vector<Token>& tokens);

}  // namespace waymark
