#pragma once
// What a reply holds, by ids and by words: what the lines of a conversation test are compared with.
// Stateless; any thread.

#include <string>
#include <string_view>
#include <vector>

#include "engine/api/reply.h"

namespace waymark {

// The words of a part as they are shown, labels in brackets.
[[nodiscard]] std::string words_of(const Part& part);

// The prompts of its texts, in order.
[[nodiscard]] std::vector<std::string> prompts_said(const Reply& reply);

// The choices on show, in order.
[[nodiscard]] std::vector<Choice> choices_shown(const Reply& reply);

// A choice's own name: "call" of "help.gp/menu/call", "help.gp" of "intent:help.gp".
[[nodiscard]] std::string_view own_name(const ChoiceId& choice);

// The whole reply in a line: prompts, buttons, and the first words of what is no prompt.
[[nodiscard]] std::string in_a_line(const Reply& reply);

// What of `came` is most like `wanted`, by the letters that have to be changed; empty when nothing
// is like it.
[[nodiscard]] std::string nearest_of(std::string_view wanted, const std::vector<std::string>& came);

}  // namespace waymark
