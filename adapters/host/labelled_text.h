#pragma once
// One line of a set of messages, as `waymark explain --jsonl` and `waymark eval` read them. Any
// thread.
//
//   {"text": "is it free?", "expected": "help.cost", "also": ["help.talking_therapies"]}

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace waymark {

struct LabelledText {
  std::string text;
  std::string expected;  // an intent, a safety.* category or "none" (or null); empty: not given
  std::vector<std::string> also;  // as good as the expected one
  std::string tier;               // of a risk, when given
  std::string kind;               // what the set's author calls this sort of line, when given
};

// Fails with a sentence that says what the line needs. Other members are passed over.
[[nodiscard]] std::expected<LabelledText, std::string> read_labelled_text(std::string_view line);

// Whether a label names a risk.
[[nodiscard]] bool is_safety_label(std::string_view label);

}  // namespace waymark
