#include "engine/verify/pattern_outlines.h"

#include <algorithm>

namespace waymark {

PatternOutlines::PatternOutlines(const Matcher& matcher, std::size_t intents)
    : matcher_(matcher), unless_(intents) {
  const PatternSet& set = matcher.patterns();
  const auto count = static_cast<PatternIndex>(set.size());
  WordId last = 0;
  for (PatternIndex i = 0; i < count; ++i) {
    if (!set.words(i).empty()) last = std::max(last, set.words(i).back());
  }
  bit_words_ = last / 64 + 1;
  bits_.resize(count * bit_words_);
  by_word_.resize(last + 1);
  for (PatternIndex i = 0; i < count; ++i) {
    const PatternOrigin& origin = matcher.origin(i);
    for (const WordId word : set.words(i)) {
      bits_[i * bit_words_ + word / 64] |= 1ULL << (word % 64);
      if (!origin.is_unless) by_word_[word].push_back(i);
    }
    (origin.is_unless ? unless_[origin.owner] : rules_).push_back(i);
  }
}

bool PatternOutlines::has_words_for(PatternIndex pattern, PatternIndex other) const {
  return std::ranges::all_of(patterns().required(other), [&](ClassId id) {
    return std::ranges::any_of(patterns().table().classes().words(id),
                               [&](WordId word) { return names(pattern, word); });
  });
}

std::vector<PatternIndex> PatternOutlines::rules_near(PatternIndex pattern) const {
  const std::vector<ClassId>& required = patterns().required(pattern);
  if (required.empty()) return rules_;
  std::vector<PatternIndex> near;
  for (const WordId word : patterns().table().classes().words(required.front())) {
    near.insert(near.end(), by_word_[word].begin(), by_word_[word].end());
  }
  std::ranges::sort(near);
  near.erase(std::ranges::unique(near).begin(), near.end());
  return near;
}

}  // namespace waymark
