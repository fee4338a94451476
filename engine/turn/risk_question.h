#pragma once
// The plain question at the end of a crisis plan ("Are you having thoughts of suicide?"): asked
// once in a talk, answered by a button or by words. "Yes" counts as said outright, and so do
// "maybe" and what avoids an answer; "no" is heard. Asking plainly plants no idea (Samaritans,
// nidirect); who is asked again and again stops answering. Stateless; any thread.

#include <optional>

#include "engine/api/message.h"
#include "engine/turn/dialog_runner.h"
#include "engine/turn/understanding.h"

namespace waymark {

enum class RiskAnswer : std::uint8_t { Worrying, No };

// Choices of the question have this prefix and then "yes", "not_sure" or "no".
inline constexpr std::string_view kRiskChoicePrefix = "risk:";

// What a button of the question says; nothing for other buttons.
[[nodiscard]] std::optional<RiskAnswer> risk_answer(const ChoiceId& choice);

// What typed words answer while the question is open. A "no" or "maybe" at the begin of a longer
// message that asks something is none: help stays in sight beside what it asks.
[[nodiscard]] std::optional<RiskAnswer> read_risk_answer(const Bundle& bundle,
                                                         const Session& session,
                                                         const Understanding& understanding);

// Needs a pack with a question (CrisisPlans::question).
void ask_about_risk(const Bundle& bundle, DialogRunner& runner);

// Answers "no": says so, and goes on where the talk stood.
void hear_no(const Bundle& bundle, DialogRunner& runner);

}  // namespace waymark
