#pragma once
// Typed answers: every button can be typed, by its label, its number, an ordinal or a meaning that
// stands for it. Stateless; any thread.

#include <optional>

#include "engine/api/session.h"
#include "engine/turn/understanding.h"

namespace waymark {

// The choice of the open question that the message picks.
[[nodiscard]] std::optional<ChoicePlace> read_answer(const Bundle& bundle, const Session& session,
                                                     const Understanding& understanding);

// The intent, among those offered last time, that the message picks.
[[nodiscard]] std::optional<IntentIndex> read_offer(const Bundle& bundle, const Session& session,
                                                    const Understanding& understanding);

// Whether the message is the label of "none of these".
[[nodiscard]] bool picks_none(const Bundle& bundle, const Session& session,
                              const Understanding& understanding);

}  // namespace waymark
