#pragma once
// A plain list of words of a language, to know which unknown words are real ones that spelling must
// leave alone. Frozen; any thread.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waymark {

class WordList {
 public:
  WordList() = default;

  // `text` holds one word a line, in any order and case.
  explicit WordList(std::string_view text);

  // `word` is lower case, without apostrophes.
  [[nodiscard]] bool contains(std::string_view word) const;

  [[nodiscard]] std::size_t size() const { return words_.size(); }

 private:
  // Where the word stands among the slots, or the free slot where it would.
  [[nodiscard]] std::size_t slot_of(std::string_view word) const;

  std::string text_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> words_;  // offset and length
  // By hash: numbers of words, counted from 1. Of a power of two at most half are taken.
  std::vector<std::uint32_t> slots_ = {0, 0};
};

}  // namespace waymark
