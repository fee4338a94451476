#include "engine/verify/chat_script.h"

#include <algorithm>
#include <array>
#include <utility>

namespace waymark {
namespace {

constexpr std::array<std::pair<std::string_view, ChatLineKind>, 12> kWords = {
    {{"#", ChatLineKind::Note},
     {"locale:", ChatLineKind::Locale},
     {"directory:", ChatLineKind::Directory},
     {"user:", ChatLineKind::User},
     {"choose:", ChatLineKind::Choose},
     {"intent:", ChatLineKind::Intent},
     {"safety:", ChatLineKind::Safety},
     {"slot:", ChatLineKind::Slot},
     {"bot:", ChatLineKind::Prompt},
     {"buttons:", ChatLineKind::Buttons},
     {"bot~", ChatLineKind::Words},
     {"not~", ChatLineKind::NoWords}}};

ChatLine read_line(std::string_view text, std::uint32_t line) {
  for (const auto& [word, kind] : kWords) {
    if (text.starts_with(word)) return {kind, trimmed(text.substr(word.size())), line};
  }
  return {ChatLineKind::Unknown, text, line};
}

bool is_note(const ChatLine& line) { return line.kind == ChatLineKind::Note; }

void finish(ChatConversation& talk, std::vector<ChatConversation>& talks) {
  const auto note = std::ranges::find_if(talk.lines, is_note);
  if (!std::ranges::all_of(talk.lines, is_note)) {
    talk.line = talk.lines.front().line;
    talk.title = note != talk.lines.end() ? note->text : talk.lines.front().text;
    talks.push_back(std::move(talk));
  }
  talk = {};
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::string_view word_of(ChatLineKind kind) {
  const auto found = std::ranges::find(kWords, kind, &decltype(kWords)::value_type::second);
  return found == kWords.end() ? std::string_view() : found->first;
}

std::vector<ChatConversation> read_chat(std::string_view text) {
  std::vector<ChatConversation> talks;
  ChatConversation talk;
  for (std::uint32_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view words = trimmed(text.substr(0, end));
    if (words.empty()) {
      finish(talk, talks);
    } else {
      talk.lines.push_back(read_line(words, line));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  finish(talk, talks);
  return talks;
}

}  // namespace waymark
