#pragma once
// Languages with a handful of words, and tokens as text, for tests that read messages without a
// pack.

#include <string>
#include <string_view>
#include <vector>

#include "engine/text/language.h"
#include "engine/text/utterance.h"

namespace waymark::fakes {

// Knows the words of `vocabulary`, parted by blanks; its spelling never corrects to "not", "no" or
// "never".
[[nodiscard]] Language language_of(std::string_view vocabulary);

// `text` cut at its blanks.
[[nodiscard]] std::vector<std::string> split_at_blanks(std::string_view text);

// The texts of tokens with blanks between them; the end of a sentence is its mark.
[[nodiscard]] std::string words_of(const std::vector<Token>& tokens);

}  // namespace waymark::fakes
