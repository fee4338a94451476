#pragma once
// What is said when a message was not understood, or when its meaning is to be asked: never the
// same sentence twice running, always a way on. Stateless; any thread.

#include <cstddef>
#include <vector>

#include "engine/turn/dialog_runner.h"

namespace waymark {

// Offers meanings to choose from, with "none of these".
void clarify(const Bundle& bundle, const std::vector<IntentIndex>& offers, DialogRunner& runner);

// Says honestly that it was not understood. The first time a question that is not to be lost is
// asked again, or else the pack's fallback flow runs; after that the menu, then what the way to a
// person says, in turn.
void fall_back(const Bundle& bundle, DialogRunner& runner);

// How far the engine has climbed: 0 and up while the open question is asked again (or the fallback
// flow runs, as level 0), then the menu, then a person. What comes next depends on nothing else.
[[nodiscard]] std::size_t fallback_level(const Bundle& bundle, const Session& session);

// Intents as choices, which can be typed as well.
void offer_intents(const Bundle& bundle, const std::vector<IntentIndex>& intents,
                   DialogRunner& runner);

// Said when there is nothing else to say: a reply is never empty.
void ask_what_else(const Bundle& bundle, DialogRunner& runner);

// The pack's menu as choices.
void offer_menu(const Bundle& bundle, DialogRunner& runner);

// The button that stands for an intent.
[[nodiscard]] ChoiceLabels::Entry intent_choice(const Bundle& bundle, IntentIndex intent);

}  // namespace waymark
