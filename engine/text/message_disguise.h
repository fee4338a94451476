#pragma once
// Disguises that show only over the whole of a message: letters that lie apart, emoji in place of
// blanks, digits for letters all over, every word drawn out. Stateless; any thread.

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/text/language.h"
#include "engine/text/tokeniser.h"

namespace waymark {

[[nodiscard]] bool is_single_letter(const RawWord& word);

// A letter by itself, or two about an apostrophe ("n't"), as in words that are spelt out.
[[nodiscard]] bool is_spelt(const RawWord& word);

// The length of the shortest run of three or more equal letters, 0 for none.
[[nodiscard]] std::size_t shortest_run(std::string_view word);

// What one letter was drawn out to in a message most of whose words are drawn out ("iii waaant":
// 3), else 0.
[[nodiscard]] std::size_t drawn_out_all_over(const std::vector<RawWord>& raw);

// The words of the message `bytes`: those in letters that look like Latin ones read as such, those
// that were spelt out put together where they show where they end ("t.o d.i.e"), emoji between
// words left out ("to 😢 die 😢 now"), numbers that stand for words read ("1 w4n7 70 d13").
[[nodiscard]] std::vector<RawWord> undisguised(const Language& language, std::vector<RawWord> raw,
                                               std::string_view bytes);

}  // namespace waymark
