#pragma once
// Words that count as one: forms of a word ("argue~": argued, arguing) and classes of words with
// nearly the same meaning ("{money}"). Filled while a bundle is built, const afterwards; then any
// thread.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/vocabulary.h"

namespace waymark {

// A group as a number, from 1; like words, groups are numbered in the order in which they came.
using GroupId = WordId;

class WordGroups {
 public:
  // The number of the group of that name, new if it was not known.
  GroupId add(std::string_view name) { return names_.add(name); }

  // The number of a group, or kUnknownWord.
  [[nodiscard]] GroupId find(std::string_view name) const { return names_.find(name); }

  // What a word is in. `stem` is that of a word that carries meaning, or 0.
  struct Entry {
    std::vector<GroupId> groups;
    GroupId stem = kUnknownWord;
  };

  // Puts a word into groups, which replace those that it was in.
  void put(WordId word, Entry entry);

  [[nodiscard]] const Entry& of(WordId word) const {
    return of_word_[word < of_word_.size() ? word : kUnknownWord];
  }

  [[nodiscard]] std::size_t size() const { return names_.size(); }

 private:
  Vocabulary names_;
  std::vector<Entry> of_word_ = {{}};
};

}  // namespace waymark
