#include "engine/text/vocabulary.h"

namespace waymark {

WordId Vocabulary::add(std::string_view word) {
  const auto [entry, is_new] =
      ids_.try_emplace(std::string(word), static_cast<WordId>(words_.size()));
  if (is_new) words_.emplace_back(word);
  return entry->second;
}

WordId Vocabulary::find(std::string_view word) const {
  const auto entry = ids_.find(word);
  return entry == ids_.end() ? kUnknownWord : entry->second;
}

}  // namespace waymark
