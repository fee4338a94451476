#include "engine/text/word_list.h"

#include <algorithm>

namespace waymark {

WordList::WordList(std::string_view text) {
  text_.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) end = text.size();
    const auto offset = static_cast<std::uint32_t>(text_.size());
    for (const char c : text.substr(at, end - at)) {
      if (c == '\'' || c == '\r') continue;
      text_.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    }
    const auto length = static_cast<std::uint32_t>(text_.size() - offset);
    if (length > 0) words_.emplace_back(offset, length);
    at = end + 1;
  }
  const std::string_view all = text_;
  std::ranges::sort(words_, [all](const auto& a, const auto& b) {
    return all.substr(a.first, a.second) < all.substr(b.first, b.second);
  });
}

std::string_view WordList::at(std::size_t index) const {
  return std::string_view(text_).substr(words_[index].first, words_[index].second);
}

bool WordList::contains(std::string_view word) const {
  std::size_t low = 0;
  std::size_t high = words_.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (at(middle) < word) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < words_.size() && at(low) == word;
}

}  // namespace waymark
