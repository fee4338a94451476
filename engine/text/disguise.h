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

// The word of the pack's vocabulary that `written` disguises, if it is one: "su1cide" gives
// "suicide". At most six letters may be disguised; a star stands for any letter.
[[nodiscard]] std::optional<std::string> undisguise(const Language& language,
                                                    std::string_view written);

// `written` parted at its signs: what to read when it disguises nothing ("help!please").
[[nodiscard]] std::vector<std::string> parted_at_signs(std::string_view written);

}  // namespace waymark
