#pragma once
// Typed answers: every button can be typed, by its label, its number, an ordinal or a meaning that
// stands for it. Stateless; any thread.

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/api/session.h"
#include "engine/turn/understanding.h"

namespace waymark {

// The choice of the open question that the message picks.
[[nodiscard]] std::optional<ChoicePlace> read_answer(const Bundle& bundle, const Session& session,
                                                     const Understanding& understanding);

// What the open question asks for, typed: "6" where a number is wanted, within its slot's range.
[[nodiscard]] std::optional<SlotEntry> read_value(const Bundle& bundle, const Session& session,
                                                  const Understanding& understanding);

// The value with what follows from it: a place that lies in one nation tells that nation too, where
// its slot says so. What lies in two tells neither.
[[nodiscard]] std::vector<SlotEntry> with_told(const Bundle& bundle, const SlotEntry& entry);

// An answer of the open form that is to be changed: "change question 3 to ...", "sleep: ...".
// Without an option the question is to be asked again.
struct Change {
  NodeIndex ask{};
  std::optional<std::size_t> option;
};
[[nodiscard]] std::optional<Change> read_change(const Bundle& bundle, const Session& session,
                                                const Understanding& understanding);

// The choice of the open question that brought crisis help, where the message is the label of the
// button that goes on from it.
[[nodiscard]] std::optional<ChoicePlace> read_go_on(const Bundle& bundle, const Session& session,
                                                    const Understanding& understanding);

// The intent, among those offered last time, that the message picks.
[[nodiscard]] std::optional<IntentIndex> read_offer(const Bundle& bundle, const Session& session,
                                                    const Understanding& understanding);

// Whether the message is the label of "none of these".
[[nodiscard]] bool picks_none(const Bundle& bundle, const Session& session,
                              const Understanding& understanding);

}  // namespace waymark
