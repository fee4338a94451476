#pragma once
// What a visitor does: opens the chat, types, or presses a choice. Values; any thread.
// Example: `Message message{SayMessage{TypedText("what is IPT?")}};`

#include <string>
#include <utility>
#include <variant>

#include "engine/api/ids.h"

namespace waymark {

// Text that a visitor typed. It has no formatter and no stream operator on purpose: what people
// typed never enters a log line, an error or a metric label. Bytes may be anything, UTF-8 or not.
class TypedText {
 public:
  TypedText() = default;
  explicit TypedText(std::string bytes) : bytes_(std::move(bytes)) {}

  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

struct StartMessage {};

struct SayMessage {
  TypedText text;
};

struct ChooseMessage {
  ChoiceId choice;
};

using Message = std::variant<StartMessage, SayMessage, ChooseMessage>;

}  // namespace waymark
