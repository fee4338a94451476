#pragma once
// Words with digits and signs in place of letters ("su1cide", "k!ll", "s*icide"), as people write
// them to get past filters. Stateless; any thread.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/language.h"

namespace waymark {

// Whether `code` is a sign that stands for a letter when it has letters on both sides.
[[nodiscard]] bool is_letter_sign(char32_t code);

// The word that `written` disguises, one of the pack's vocabulary rather than another: "su1cide"
// gives "suicide". A star stands for any letter, at most twice; words with more than 6,000 readings
// are left alone.
[[nodiscard]] std::optional<std::string> undisguise(const Language& language,
                                                    std::string_view written);

// The short common word ("1": i, "70": to) that `written`, up to three letters or digits, disguises
// in a message that has digits for letters all over.
[[nodiscard]] std::optional<std::string> undisguise_short(const Language& language,
                                                          std::string_view written);

// `written` parted at its signs: what to read when it disguises nothing ("help!please").
[[nodiscard]] std::vector<std::string> parted_at_signs(std::string_view written);

}  // namespace waymark
