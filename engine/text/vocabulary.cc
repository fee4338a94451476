#include "engine/text/vocabulary.h"

#include <functional>

namespace waymark {

WordId Vocabulary::add(std::string_view word) {
  if (words_.size() * 2 > slots_.size()) grow();
  WordId& slot = slots_[slot_of(word)];
  if (slot == kUnknownWord) {
    slot = static_cast<WordId>(words_.size());
    words_.emplace_back(word);
  }
  return slot;
}

WordId Vocabulary::find(std::string_view word) const { return slots_[slot_of(word)]; }

std::size_t Vocabulary::slot_of(std::string_view word) const {
  const std::size_t last = slots_.size() - 1;
  std::size_t slot = std::hash<std::string_view>{}(word)&last;
  while (slots_[slot] != kUnknownWord && words_[slots_[slot]] != word) slot = (slot + 1) & last;
  return slot;
}

void Vocabulary::grow() {
  slots_.assign(slots_.size() * 2, kUnknownWord);
  for (WordId id = 1; id < words_.size(); ++id) slots_[slot_of(words_[id])] = id;
}

}  // namespace waymark
