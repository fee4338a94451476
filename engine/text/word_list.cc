#include "engine/text/word_list.h"

#include <algorithm>
#include <bit>
#include <functional>

namespace waymark {

WordList::WordList(std::string_view text) {
  const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
  text_.reserve(text.size());
  words_.reserve(lines);
  slots_.assign(std::bit_ceil(lines * 2), 0);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t offset = text_.size();
    for (const char c : text.substr(at, end - at)) {
      if (c == '\'' || c == '\r') continue;
      text_.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    }
    at = end + 1;
    const std::string_view word = std::string_view(text_).substr(offset);
    std::uint32_t& slot = slots_[slot_of(word)];
    if (word.empty() || slot != 0) {
      text_.resize(offset);
      continue;
    }
    words_.emplace_back(static_cast<std::uint32_t>(offset),
                        static_cast<std::uint32_t>(word.size()));
    slot = static_cast<std::uint32_t>(words_.size());
  }
}

std::size_t WordList::slot_of(std::string_view word) const {
  const std::size_t last = slots_.size() - 1;
  std::size_t slot = std::hash<std::string_view>{}(word)&last;
  for (; slots_[slot] != 0; slot = (slot + 1) & last) {
    const auto& [offset, length] = words_[slots_[slot] - 1];
    if (std::string_view(text_).substr(offset, length) == word) break;
  }
  return slot;
}

bool WordList::contains(std::string_view word) const { return slots_[slot_of(word)] != 0; }

}  // namespace waymark
