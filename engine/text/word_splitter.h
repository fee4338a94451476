#pragma once
// Words that were typed without the blanks between them ("wanttodie", "needhelp"), or letter by
// letter. The cheapest split wins: few words, long ones, common ones. Stateless; any thread.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/language.h"

namespace waymark {

// The words that `run`, of 3 to 400 letters, is made of: words of three letters or more that the
// pack knows, or common short ones ("i", "to", "my"). Up to 15 letters one split must be cheaper
// than all others, and have at most seven words; a longer run may have real words that the pack
// does not know, and up to a quarter of letters that are no word. Nothing otherwise.
[[nodiscard]] std::optional<std::vector<std::string>> split_run_together(const Language& language,
                                                                         std::string_view run);

// The same for a run of 5 to 15 letters that has real words as well which the pack does not know:
// up to three words. Good for what can be read in no other way.
[[nodiscard]] std::optional<std::vector<std::string>> split_real_words(const Language& language,
                                                                       std::string_view run);

struct SpeltOut {
  std::size_t letters = 0;  // how many of them the words take, 0 for none
  std::vector<std::string> words;
};

// What letters that were typed one by one ("k i l l m y s e l f") begin with: as many of them as
// words can take, at least three.
[[nodiscard]] SpeltOut read_spelt_out(const Language& language, std::string_view letters);

}  // namespace waymark
