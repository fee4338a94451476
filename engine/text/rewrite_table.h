#pragma once
// What one written word stands for: contractions, textspeak, spelling variants and common
// misspellings, from a pack's lexicon. Filled while a bundle is built, const afterwards; then any
// thread.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace waymark {

class RewriteTable {
 public:
  using Words = std::vector<std::string>;

  // `word` is normalised; with an apostrophe it covers the form without one too unless `exact`.
  // Returns false when the word already stands for something else.
  bool add(std::string_view word, const Words& replacement, bool exact);

  // What `word` stands for, or null.
  [[nodiscard]] const Words* find(std::string_view word) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  std::unordered_map<std::string, Words, Hash, std::equal_to<>> words_;

  bool put(std::string word, const Words& replacement);
};

// `word` without its possessive ending ("mum's" → "mum") and other apostrophes.
[[nodiscard]] std::string without_apostrophes(std::string_view word);

}  // namespace waymark
