#pragma once
// A file of conversation tests, read: conversations, each a list of lines. The format is in
// dialogs/README.md. Values that point into the file's text, which must outlive them; any thread.
//
//   for (const ChatConversation& talk : read_chat(file.text)) ...

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace waymark {

enum class ChatLineKind : std::uint8_t {
  Note,
  Locale,     // the language of the conversation
  Directory,  // that there is one
  User,       // is typed
  Choose,     // is pressed
  Intent,     // what the message is taken for
  Safety,     // the category of risk, or none
  Slot,       // "name = value"
  Prompt,     // a prompt that is said
  Buttons,    // the choices on show, all of them in order
  Words,      // words that are said
  NoWords,    // words that are not said
  Unknown
};

struct ChatLine {
  ChatLineKind kind = ChatLineKind::Unknown;
  std::string_view text;   // behind its first word, trimmed
  std::uint32_t line = 0;  // from 1
};

struct ChatConversation {
  std::string title;  // its first note, or else its first line
  std::uint32_t line = 0;
  std::vector<ChatLine> lines;
};

// Conversations are parted by blank lines. What is notes alone is none.
[[nodiscard]] std::vector<ChatConversation> read_chat(std::string_view text);

// The word that a line of that kind begins with, such as "user:"; empty for Unknown.
[[nodiscard]] std::string_view word_of(ChatLineKind kind);

// A text between blanks.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace waymark
