#include "engine/text/word_splitter.h"

#include <algorithm>
#include <array>
#include <utility>

namespace waymark {
namespace {

constexpr std::size_t kShortest = 3;
constexpr std::size_t kTiny = 4;   // up to here a split is of common words only
constexpr std::size_t kSure = 16;  // from here on a run is no single word with a slip in it
constexpr std::size_t kLongest = 400;
constexpr std::size_t kLongestWord = 24;
constexpr int kMostWords = 7;  // of a short run

// What a word costs in a split: the cheapest split wins, so long words and common ones do.
constexpr int kCommon = 7;
constexpr int kKnown = 13;
constexpr int kReal = 22;
constexpr int kUnknownLetter = 40;
constexpr int kMostRealWords = 3;
constexpr int kMostOfTiny = 2 * kCommon + 1;  // four letters are two common words or nothing
constexpr int kNever = 1'000'000;

// The only pieces of one or two letters: others turn up in any mistyped word.
constexpr std::array<std::string_view, 31> kShortWords = {
    "a",  "i",  "u",  "am", "an", "as", "at", "be", "by", "do", "go", "he", "if", "im", "in", "is",
    "it", "me", "my", "no", "of", "on", "or", "so", "to", "up", "us", "we", "dr", "gp", "ok"};

// Words so common that a split with them is likelier than one with others of their length.
constexpr std::array<std::string_view, 56> kCommonWords = {
    "and",  "the",  "was",  "for",  "but",  "not",  "you",   "all",   "her",  "his",
    "him",  "she",  "out",  "can",  "cant", "dont", "have",  "had",   "has",  "are",
    "with", "this", "that", "they", "them", "what", "when",  "just",  "want", "been",
    "from", "will", "wont", "ive",  "its",  "into", "how",   "any",   "one",  "day",
    "know", "life", "like", "feel", "more", "here", "there", "about", "over", "get",
    "got",  "our",  "who",  "die",  "end",  "why"};

template <std::size_t N>
bool has(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

int cost_of(const Language& language, std::string_view piece, bool real_words) {
  if (piece.size() <= 2) {
    if (!has(kShortWords, piece)) return kNever;
    return piece == "u" ? kKnown : kCommon + (piece.size() == 1 ? 1 : 0);
  }
  if (has(kCommonWords, piece)) return kCommon;
  const int by_length = std::max(0, 5 - static_cast<int>(piece.size()));
  if (language.vocabulary.find(piece) != kUnknownWord || language.rewrites.find(piece) != nullptr ||
      language.misspellings.find(piece) != nullptr) {
    return kKnown + by_length;
  }
  if (real_words && language.known_words.contains(piece)) return kReal + 2 * by_length;
  return kNever;
}

enum class Rest : std::uint8_t { Refused, Kept };  // letters that no word has

// The cheapest split of every beginning of a run.
class Splits {
 public:
  Splits(const Language& language, std::string_view run, bool real_words, Rest rest)
      : language_(language), run_(run), best_(run.size() + 1) {
    best_[0] = {0, 1, 0, 0, false};
    for (std::size_t end = 1; end <= run.size(); ++end) {
      if (rest == Rest::Kept) offer(end - 1, end, kUnknownLetter, true);
      const std::size_t first = end > kLongestWord ? end - kLongestWord : 0;
      for (std::size_t begin = first; begin < end; ++begin) {
        if (best_[begin].ways == 0) continue;
        const int cost = cost_of(language, run.substr(begin, end - begin), real_words);
        if (cost < kNever) offer(begin, end, cost, false);
      }
    }
  }

  [[nodiscard]] bool reaches(std::size_t end) const { return best_[end].ways > 0; }
  [[nodiscard]] bool is_sure(std::size_t end) const { return best_[end].ways == 1; }
  [[nodiscard]] int cost(std::size_t end) const { return best_[end].cost; }
  [[nodiscard]] int words(std::size_t end) const { return best_[end].words; }

  [[nodiscard]] std::size_t unknown_letters() const {
    std::size_t count = 0;
    for (std::size_t end = run_.size(); end > 0; end = best_[end].begin) {
      if (best_[end].is_rest) ++count;
    }
    return count;
  }

  // The words of the first `end` letters; letters that no word has stay together.
  [[nodiscard]] std::vector<std::string> take(std::size_t end) const {
    std::vector<std::vector<std::string>> pieces;
    while (end > 0) {
      std::size_t begin = best_[end].begin;
      while (best_[end].is_rest && begin > 0 && best_[begin].is_rest) begin = best_[begin].begin;
      pieces.push_back(words_of(run_.substr(begin, end - begin)));
      end = begin;
    }
    std::vector<std::string> words;
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
      words.insert(words.end(), piece->begin(), piece->end());
    }
    return words;
  }

 private:
  struct Split {
    int cost = kNever;
    int ways = 0;
    int words = 0;
    std::size_t begin = 0;  // of the last piece
    bool is_rest = false;
  };

  void offer(std::size_t begin, std::size_t end, int cost, bool is_rest) {
    const Split& before = best_[begin];
    if (before.ways == 0) return;
    const int total = before.cost + cost;
    const int words = before.words + 1;
    Split& best = best_[end];
    if (total < best.cost || (total == best.cost && words < best.words)) {
      best = {total, before.ways, words, begin, is_rest};
    } else if (total == best.cost && words == best.words) {
      best.ways += before.ways > 1 ? 2 : 1;
    }
  }

  [[nodiscard]] std::vector<std::string> words_of(std::string_view piece) const {
    if (const auto* words = language_.rewrites.find(piece)) return *words;
    if (const auto* words = language_.misspellings.find(piece)) return *words;
    return {std::string(piece)};
  }

  const Language& language_;
  std::string_view run_;
  std::vector<Split> best_;
};

}  // namespace

std::optional<std::vector<std::string>> split_run_together(const Language& language,
                                                           std::string_view run) {
  if (run.size() < kShortest || run.size() > kLongest) return std::nullopt;
  const std::size_t size = run.size();
  const Splits splits(language, run, false, Rest::Refused);
  if (splits.reaches(size)) {
    const bool is_short = size < kSure;
    if (is_short && (!splits.is_sure(size) || splits.words(size) > kMostWords)) return std::nullopt;
    if (size <= kTiny && splits.cost(size) > kMostOfTiny) return std::nullopt;
    return splits.take(size);
  }
  if (size < kSure) return std::nullopt;
  const Splits rough(language, run, true, Rest::Kept);
  if (rough.unknown_letters() * 4 > size) return std::nullopt;
  return rough.take(size);
}

std::optional<std::vector<std::string>> split_real_words(const Language& language,
                                                         std::string_view run) {
  if (run.size() <= kTiny || run.size() >= kSure) return std::nullopt;
  const Splits splits(language, run, true, Rest::Refused);
  if (!splits.is_sure(run.size()) || splits.words(run.size()) > kMostRealWords) return std::nullopt;
  return splits.take(run.size());
}

SpeltOut read_spelt_out(const Language& language, std::string_view letters) {
  letters = letters.substr(0, kLongest);
  const Splits splits(language, letters, true, Rest::Refused);
  std::size_t end = letters.size();
  while (end >= 3 && !splits.reaches(end)) --end;
  if (end < 3) return {};
  return {end, splits.take(end)};
}

}  // namespace waymark
