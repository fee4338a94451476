#include "engine/text/pattern_set.h"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "engine/text/message_run.h"
#include "engine/text/row_span.h"

namespace waymark {
namespace {

bool is_boundary(const Token& token) { return token.kind == TokenKind::Boundary; }

// The patterns of a set that are worth verifying on one message, as bits.
class Candidates {
 public:
  explicit Candidates(std::size_t patterns) : bits_(patterns / 64 + 1) {}

  void add(PatternIndex pattern) { bits_[pattern / 64] |= 1ULL << (pattern % 64); }

  // In their order.
  template <typename Visit>
  void each(Visit&& visit) const {
    for (std::size_t i = 0; i < bits_.size(); ++i) {
      for (std::uint64_t rest = bits_[i]; rest != 0; rest &= rest - 1) {
        visit(static_cast<PatternIndex>(i * 64 + static_cast<std::size_t>(std::countr_zero(rest))));
      }
    }
  }

 private:
  std::vector<std::uint64_t> bits_;
};

}  // namespace

std::expected<PatternIndex, std::string> PatternSet::add(const TokenExpression& expression) {
  const auto root = table_.add(expression);
  if (!root) return std::unexpected(root.error());
  patterns_.push_back({*root, stays_in_sentence(expression), {}, {}});
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
    std::ranges::stable_sort(pattern.required, {},
                             [&](ClassId id) { return table_.cost(id, word_cost); });
    (pattern.stays_in_sentence ? within_ : across_).add(i, pattern.required, table_.classes());
  }
  table_.finish();
}

std::vector<WordId> PatternSet::named_words() const {
  std::vector<WordId> words;
  for (const PatternEntry& pattern : patterns_) {
    words.insert(words.end(), pattern.named.begin(), pattern.named.end());
  }
  std::ranges::sort(words);
  words.erase(std::ranges::unique(words).begin(), words.end());
  return words;
}

void PatternSet::Index::add(PatternIndex pattern, const std::vector<ClassId>& required,
                            const WordClassTable& classes) {
  ++patterns;
  if (required.empty()) {
    unkeyed.push_back(pattern);
    return;
  }
  const ClassId needed = required.size() > 1 ? required[1] : kNoClass;
  for (const WordId word : classes.words(required.front())) {
    if (by_word.size() <= word) by_word.resize(word + 1);
    by_word[word].push_back({pattern, needed});
  }
}

bool PatternSet::Index::has_any(const std::vector<Token>& tokens) const {
  if (patterns == 0) return false;
  return !unkeyed.empty() || std::ranges::any_of(tokens, [&](const Token& token) {
    return token.word < by_word.size() && !by_word[token.word].empty();
  });
}

template <std::size_t W>
void PatternSet::match_rows(const Passage& passage, std::span<const Index* const> indices,
                            std::vector<PatternHit>& hits) const {
  MessageRun<W> run(table_, passage.tokens, passage.entities);
  const auto is_there = [&](ClassId id) { return run.classes().holds(id); };
  Candidates candidates(patterns_.size());
  for (const Index* index : indices) {
    for (const PatternIndex pattern : index->unkeyed) candidates.add(pattern);
    for (const WordId word : run.classes().words()) {
      if (word >= index->by_word.size()) continue;
      for (const auto& [pattern, needed] : index->by_word[word]) {
        if (needed == kNoClass || is_there(needed)) candidates.add(pattern);
      }
    }
  }
  candidates.each([&](PatternIndex index) {
    const PatternEntry& pattern = patterns_[index];
    if (!std::ranges::all_of(pattern.required, is_there)) return;
    run.find(pattern.root, [&](std::size_t from, std::size_t end) {
      const TokenSpan span = span_of_rows(from, end, passage.tokens);
      if (span.first >= span.last) return;
      hits.push_back({index, {span.first + passage.first, span.last + passage.first}});
    });
  });
}

void PatternSet::match_passage(const Passage& passage, std::span<const Index* const> indices,
                               std::vector<PatternHit>& hits) const {
  const std::size_t places = passage.tokens.size() + 3;
  if (places <= 64) return match_rows<1>(passage, indices, hits);
  if (places <= 128) return match_rows<2>(passage, indices, hits);
  if (places <= 512) return match_rows<8>(passage, indices, hits);
  return match_rows<33>(passage, indices, hits);
}

void PatternSet::match_sentences(const std::vector<Token>& tokens,
                                 const std::vector<EntitySpan>& entities,
                                 std::vector<PatternHit>& hits) const {
  const std::array within = {&within_};
  for (auto begin = tokens.begin(); begin != tokens.end();) {
    const auto end = std::find_if(begin, tokens.end(), is_boundary);
    const TokenSpan sentence{static_cast<std::uint32_t>(begin - tokens.begin()),
                             static_cast<std::uint32_t>(end - tokens.begin())};
    Passage passage{{begin, end}, {}, sentence.first};
    for (const auto& [type, span] : entities) {
      if (!sentence.covers(span)) continue;
      passage.entities.push_back({type, {span.first - sentence.first, span.last - sentence.first}});
    }
    if (begin != end) match_passage(passage, within, hits);
    begin = end == tokens.end() ? end : end + 1;
  }
}

std::vector<PatternHit> PatternSet::match(const std::vector<Token>& tokens,
                                          const std::vector<EntitySpan>& entities) const {
  std::vector<PatternHit> hits;
  if (tokens.empty() || patterns_.empty()) return hits;
  const bool has_sentences = std::ranges::any_of(tokens, is_boundary);
  // An entity that runs over a sentence end takes any pattern with it.
  const bool is_joined = std::ranges::any_of(entities, [&](const EntitySpan& entity) {
    return std::any_of(tokens.begin() + entity.span.first, tokens.begin() + entity.span.last,
                       is_boundary);
  });
  if (!has_sentences || is_joined) {
    match_passage({tokens, entities, 0}, std::array{&within_, &across_}, hits);
    return hits;
  }
  match_sentences(tokens, entities, hits);
  if (across_.has_any(tokens)) {
    match_passage({tokens, entities, 0}, std::array{&across_}, hits);
  }
  std::ranges::stable_sort(hits, {}, &PatternHit::pattern);
  return hits;
}

bool PatternSet::names(PatternIndex pattern, const Token& token) const {
  return std::ranges::binary_search(patterns_[pattern].named, token.word);
}

}  // namespace waymark
