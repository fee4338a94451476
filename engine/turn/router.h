#pragma once
// Stage 5 of a turn: what to do about a message. The order is fixed and tested: crisis beats
// commands, commands beat the answer to an open question, that beats a digression, that beats
// fallback. Content cannot change it. Stateless; any thread.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/message.h"
#include "engine/api/session.h"
#include "engine/api/trace.h"
#include "engine/turn/bundle.h"
#include "engine/turn/understanding.h"

namespace waymark {

// What crisis help is due for.
struct RiskSignal {
  RiskCategory category = RiskCategory::Suicide;
  RiskTier tier = RiskTier::Explicit;
};

struct Decision {
  DecisionKind kind = DecisionKind::Fallback;
  std::optional<IntentIndex> intent;       // of Start, Digress, Command, Handoff
  std::optional<ChoicePlace> choice;       // of Answer, or of Crisis when it was a choice that told
  std::optional<SlotEntry> value;          // of Answer: what was typed
  std::optional<NodeIndex> to;             // of Answer without a choice: where it leads
  bool goes_on = false;                    // of Answer: past a choice that brought crisis help
  std::optional<RiskSignal> risk;          // of Crisis
  bool hears_no = false;                   // of Answer: to our question about risk
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

// Before the id of a choice that brought crisis help: on with what it leads to.
inline constexpr std::string_view kGoOnChoicePrefix = "go_on:";

}  // namespace waymark
