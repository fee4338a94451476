#pragma once
// The page that holds a conversation without script: what it shows, as a value, and its HTML. Any
// thread.

#include <string>
#include <string_view>

#include "adapters/page/chat_history.h"
#include "engine/api/reply.h"

namespace waymark {

inline constexpr std::string_view kChatPath = "/chat";

// What the page may do: load its style and send its form, both here. No script, not even ours.
inline constexpr std::string_view kChatPolicy =
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'";

// In characters as a browser counts them. Such a text, however its characters are escaped, fits
// into kMaxFormBytes beside the token and the history.
inline constexpr int kMaxDraftCharacters = 4000;
inline constexpr std::size_t kMaxFormBytes = 64 * 1024;

struct ChatPage {
  std::string language;  // of the talk, such as "en-GB"
  Reply help;            // whose contacts are always in view
  ChatHistory history;
  std::string notice;  // a sentence above the text box, or nothing
  std::string draft;   // what stands in the text box

  // What the form sends back: the sealed session, the sealed history, and the id of what is said
  // next.
  std::string token;
  std::string sealed_history;
  std::string next_id;
};

[[nodiscard]] std::string write_chat_page(const ChatPage& page);

// A page that says why there is no talk, and whom to call.
[[nodiscard]] std::string write_refusal_page(std::string_view sentence, const Reply& help);

}  // namespace waymark
