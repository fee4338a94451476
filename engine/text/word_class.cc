#include "engine/text/word_class.h"

namespace waymark {
namespace {

constexpr std::size_t kFewClasses = 64;

}  // namespace

// FNV-1a over whole words.
std::size_t WordClassTable::Hash::operator()(const std::vector<WordId>& words) const {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const WordId word : words) hash = (hash ^ word) * 1099511628211ULL;
  return static_cast<std::size_t>(hash ^ hash >> 32U);
}

ClassId WordClassTable::add(const std::vector<WordId>& words) {
  const auto [entry, is_new] = ids_.try_emplace(words, static_cast<ClassId>(classes_.size()));
  if (is_new) classes_.push_back(&entry->first);
  return entry->second;
}

void WordClassTable::finish() {
  for (ClassId id = 0; id < classes_.size(); ++id) {
    for (const WordId word : *classes_[id]) {
      if (by_word_.size() <= word) by_word_.resize(word + 1);
      by_word_[word].classes.push_back(id);
    }
  }
  for (ClassesOfWord& word : by_word_) {
    if (word.classes.size() <= kFewClasses) continue;
    word.bits.assign(classes_.size() / 64 + 1, 0);
    for (const ClassId id : word.classes) word.bits[id / 64] |= 1ULL << (id % 64);
    word.classes = {};
  }
}

}  // namespace waymark
