#include "engine/text/pattern_set.h"

#include <algorithm>
#include <utility>

#include "engine/text/message_run.h"
#include "engine/text/row_span.h"

namespace waymark {

std::expected<PatternIndex, std::string> PatternSet::add(const TokenExpression& expression) {
  const auto root = table_.add(expression);
  if (!root) return std::unexpected(root.error());
  patterns_.push_back({*root, {}, {}});
  return static_cast<PatternIndex>(patterns_.size() - 1);
}

void PatternSet::finish(const std::vector<std::uint32_t>& word_cost) {
  for (PatternIndex i = 0; i < patterns_.size(); ++i) {
    PatternEntry& pattern = patterns_[i];
    for (const ClassId id : table_.named(pattern.root)) {
      const std::vector<WordId>& words = table_.classes().words(id);
      pattern.named.insert(pattern.named.end(), words.begin(), words.end());
    }
    std::ranges::sort(pattern.named);
    pattern.named.erase(std::ranges::unique(pattern.named).begin(), pattern.named.end());
    pattern.required = table_.required(pattern.root, word_cost);
    if (pattern.required.empty()) {
      unkeyed_.push_back(i);
      continue;
    }
    std::ranges::stable_sort(pattern.required, {},
                             [&](ClassId id) { return table_.cost(id, word_cost); });
    for (const WordId word : table_.classes().words(pattern.required.front())) {
      if (patterns_of_.size() <= word) patterns_of_.resize(word + 1);
      patterns_of_[word].push_back(i);
    }
  }
  table_.finish();
}

template <std::size_t W>
std::vector<PatternHit> PatternSet::match_rows(const std::vector<Token>& tokens,
                                               const std::vector<EntitySpan>& entities) const {
  std::vector<PatternHit> hits;
  MessageRun<W> run(table_, tokens, entities);
  std::vector<PatternIndex> candidates = unkeyed_;
  for (const auto& [word, rows] : run.words()) {
    if (word >= patterns_of_.size()) continue;
    candidates.insert(candidates.end(), patterns_of_[word].begin(), patterns_of_[word].end());
  }
  std::ranges::sort(candidates);
  candidates.erase(std::ranges::unique(candidates).begin(), candidates.end());
  for (const PatternIndex index : candidates) {
    const PatternEntry& pattern = patterns_[index];
    const bool is_possible = std::ranges::none_of(
        pattern.required, [&](ClassId id) { return run.rows_of(id).is_empty(); });
    if (!is_possible || run.run(pattern.root, run.all_places()).is_empty()) continue;
    for (std::size_t from = 0; from < run.rows(); ++from) {
      RowSet<W> start;
      start.add(from);
      const RowSet<W> ends = run.run(pattern.root, start);
      if (ends.is_empty()) continue;
      const TokenSpan span = span_of_rows(from, ends.last(), tokens);
      if (span.first < span.last) hits.push_back({index, span});
    }
  }
  return hits;
}

std::vector<PatternHit> PatternSet::match(const std::vector<Token>& tokens,
                                          const std::vector<EntitySpan>& entities) const {
  if (tokens.empty()) return {};
  const std::size_t places = tokens.size() + 3;
  if (places <= 64) return match_rows<1>(tokens, entities);
  if (places <= 128) return match_rows<2>(tokens, entities);
  if (places <= 512) return match_rows<8>(tokens, entities);
  return match_rows<33>(tokens, entities);
}

bool PatternSet::names(PatternIndex pattern, const Token& token) const {
  return std::ranges::binary_search(patterns_[pattern].named, token.word);
}

}  // namespace waymark
