#include "engine/text/word_splitter.h"

#include <algorithm>
#include <array>

namespace waymark {
namespace {

constexpr std::size_t kShortest = 5;
constexpr std::size_t kLongest = 32;
constexpr int kMostWords = 5;

// How well the first n letters split: fewest words, in how many ways, and where the last one
// begins.
struct Split {
  int words = kMostWords + 1;
  int ways = 0;
  std::size_t last_begin = 0;
};

// The only pieces of one or two letters: others turn up in any mistyped word.
constexpr std::array<std::string_view, 31> kShortWords = {
    "a",  "i",  "u",  "am", "an", "as", "at", "be", "by", "do", "go", "he", "if", "im", "in", "is",
    "it", "me", "my", "no", "of", "on", "or", "so", "to", "up", "us", "we", "dr", "gp", "ok"};

bool is_piece(const Language& language, std::string_view piece) {
  if (piece.size() <= 2) return std::ranges::find(kShortWords, piece) != kShortWords.end();
  return language.vocabulary.find(piece) != kUnknownWord ||
         language.rewrites.find(piece) != nullptr;
}

}  // namespace

std::optional<std::vector<std::string>> split_run_together(const Language& language,
                                                           std::string_view run) {
  if (run.size() < kShortest || run.size() > kLongest) return std::nullopt;
  std::array<Split, kLongest + 1> best{};
  best[0] = {0, 1, 0};
  for (std::size_t end = 1; end <= run.size(); ++end) {
    for (std::size_t begin = 0; begin < end; ++begin) {
      if (best[begin].ways == 0 || !is_piece(language, run.substr(begin, end - begin))) continue;
      const int words = best[begin].words + 1;
      if (words < best[end].words) {
        best[end] = {words, best[begin].ways, begin};
      } else if (words == best[end].words) {
        best[end].ways += best[begin].ways;
      }
    }
  }
  const Split& whole = best[run.size()];
  if (whole.ways != 1 || whole.words > kMostWords) return std::nullopt;
  std::vector<std::string> pieces;
  for (std::size_t end = run.size(); end > 0; end = best[end].last_begin) {
    const std::string_view piece = run.substr(best[end].last_begin, end - best[end].last_begin);
    if (const auto* words = language.rewrites.find(piece)) {
      pieces.insert(pieces.begin(), words->begin(), words->end());
    } else {
      pieces.emplace(pieces.begin(), piece);
    }
  }
  return pieces;
}

}  // namespace waymark
