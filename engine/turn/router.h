#pragma once
// Stage 5 of a turn: what to do about a message. The order is fixed and tested: crisis beats
// commands, commands beat the answer to an open question, that beats a digression, that beats
// fallback. Content cannot change it. Stateless; any thread.

#include <optional>
#include <string>
#include <vector>

#include "engine/api/message.h"
#include "engine/api/session.h"
#include "engine/api/trace.h"
#include "engine/turn/bundle.h"
#include "engine/turn/understanding.h"

namespace waymark {

struct Decision {
  DecisionKind kind = DecisionKind::Fallback;
  std::optional<IntentIndex> intent;       // of Start, Digress, Command, Handoff
  std::optional<ChoicePlace> choice;       // of Answer
  std::optional<PromptIndex> acknowledge;  // said first: a disclosure beside the question
  std::vector<IntentIndex> before;         // other questions of the message, answered first
  std::vector<IntentIndex> offers;         // of Clarify, or beside an answer
  std::string reason;                      // a sentence, for the trace
};

[[nodiscard]] Decision route(const Bundle& bundle, const Session& session, const Message& message,
                             const Understanding& understanding);

// Choices that stand for an intent have this prefix and the intent's id; "intent:none" is "none of
// these".
inline constexpr std::string_view kIntentChoicePrefix = "intent:";
inline constexpr std::string_view kNoneChoice = "intent:none";

}  // namespace waymark
