#include "engine/text/word_groups.h"

#include <utility>

namespace waymark {

void WordGroups::put(WordId word, Entry entry) {
  if (word >= of_word_.size()) of_word_.resize(word + 1);
  of_word_[word] = std::move(entry);
}

}  // namespace waymark
