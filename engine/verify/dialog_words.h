#pragma once
// Parts of a dialog in plain words, for whoever draws a graph or tells what changed. Stateless; any
// thread.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/turn/bundle.h"

namespace waymark {

// The first words of a text, on one line, with an ellipsis where it was cut.
[[nodiscard]] std::string first_words(std::string_view text, std::size_t most_characters);

// The words of a prompt in the pack's first language, arguments in braces.
[[nodiscard]] std::string prompt_words(const Bundle& bundle, PromptIndex prompt);

// What a part of a reply is: `the words "help.cost.short"`, `the contact "samaritans"`.
[[nodiscard]] std::string part_words(const Bundle& bundle, const PartSpec& part);

// The words or the name that a visitor sees of it.
[[nodiscard]] std::string shown_words(const Bundle& bundle, const PartSpec& part);

// "nation is scotland and phq9 is at least 10"
[[nodiscard]] std::string condition_words(const Bundle& bundle, const Condition& condition);

// "nation = scotland, wants_online = yes"
[[nodiscard]] std::string set_words(const Bundle& bundle, const std::vector<SlotEntry>& set);

}  // namespace waymark
