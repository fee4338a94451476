#pragma once
// The bodies of Rasa's REST channel, so that clients written for it can talk to a pack: what comes
// (`{"sender":"7","message":"hello"}`) and what goes back (a list of `{"recipient_id","text"}`, the
// last of them with `buttons`). Any thread.
//
//   auto message = read_rasa_message(body);
//   body = write_rasa_messages(message->sender, reply.parts, RasaForm::List);

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/message.h"
#include "engine/api/reply.h"

namespace waymark {

inline constexpr std::size_t kMaxRasaDepth = 16;  // of nested "metadata", which is not read
inline constexpr std::size_t kMaxRasaSenderBytes = 256;

struct RasaMessage {
  std::string sender;  // empty when the client named none
  TypedText text;
};

// Nothing for a body that is too long, not JSON, nested too deep, or without a text in "message".
// Bytes that are not UTF-8 are mended first.
[[nodiscard]] std::optional<RasaMessage> read_rasa_message(std::string_view body);

// A message that a button sent: what Rasa calls an intent with its entities, as in
// `/choose{"choice":"ipt.more"}`.
[[nodiscard]] std::string rasa_payload(const ChoiceId& choice);
[[nodiscard]] std::optional<ChoiceId> choice_of_rasa_payload(std::string_view message);

// A list, or with `?stream=true` an object a line.
enum class RasaForm : std::uint8_t { List, Lines };

// Each paragraph, contact, link and card is an item of its own with plain text; choices are buttons
// of the item before them.
[[nodiscard]] std::string write_rasa_messages(std::string_view recipient,
                                              const std::vector<Part>& parts, RasaForm form);

}  // namespace waymark
