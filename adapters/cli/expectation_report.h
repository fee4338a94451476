#pragma once
// Tells why a text is not taken for what was expected: for people, and as one line of JSON for
// programs. Any thread.

#include <string>
#include <string_view>

#include "engine/api/expectation.h"

namespace waymark {

// `message` is the text that was held against the expectation.
[[nodiscard]] std::string expectation_text(std::string_view message, const Expectation& expected);

// {"text","expected","met","taken","reason","matches":[...],"nearest":{...}|null,"cues":{...}|null}
[[nodiscard]] std::string expectation_json(std::string_view message, const Expectation& expected);

}  // namespace waymark
