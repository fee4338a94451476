#pragma once
// What was said so far, as the page without script shows it again: it travels in the page itself,
// sealed (chat_form.h), and is nowhere else. Values; any thread.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/reply.h"

namespace waymark {

// One turn: what the visitor said (nothing at the greeting) and the answer.
struct ChatEntry {
  std::string said;
  Reply reply;

  bool operator==(const ChatEntry&) const = default;
};

struct ChatHistory {
  std::vector<ChatEntry> entries;  // oldest first
  bool is_cut = false;             // earlier ones were left out

  bool operator==(const ChatHistory&) const = default;
};

// The record of a history; with its seal and a long message it still fits in a form post.
inline constexpr std::size_t kMaxHistoryBytes = 16 * 1024;

// As a flat record of at most kMaxHistoryBytes: the newest entries that fit. Choices stay only with
// the last entry, as nobody can press older ones. What a visitor said is cut to kMaxSaidBytes.
inline constexpr std::size_t kMaxSaidBytes = 4096;
[[nodiscard]] std::string encode_history(const ChatHistory& history);

// Nothing when the bytes are not such a record. Read as carefully as if everybody could make one.
[[nodiscard]] std::optional<ChatHistory> decode_history(std::string_view bytes);

}  // namespace waymark
