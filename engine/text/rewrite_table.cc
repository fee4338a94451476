#include "engine/text/rewrite_table.h"

#include <algorithm>

namespace waymark {

bool RewriteTable::put(std::string word, const Words& replacement) {
  const auto [entry, is_new] = words_.try_emplace(std::move(word), replacement);
  return is_new || entry->second == replacement;
}

bool RewriteTable::add(std::string_view word, const Words& replacement, bool exact) {
  bool fine = put(std::string(word), replacement);
  if (!exact && word.find('\'') != std::string_view::npos) {
    std::string bare(word);
    std::erase(bare, '\'');
    fine = put(std::move(bare), replacement) && fine;
  }
  return fine;
}

const RewriteTable::Words* RewriteTable::find(std::string_view word) const {
  const auto entry = words_.find(word);
  return entry == words_.end() ? nullptr : &entry->second;
}

std::string without_apostrophes(std::string_view word) {
  if (word.ends_with("'s")) word.remove_suffix(2);
  std::string bare(word);
  std::erase(bare, '\'');
  return bare;
}

}  // namespace waymark
