#include "engine/text/spelling.h"

#include <algorithm>
#include <array>

#include "engine/api/ids.h"

namespace waymark {
namespace {

constexpr std::size_t kShortest = 4;
constexpr std::size_t kTwoFaults = 8;
constexpr std::size_t kLongest = 24;
constexpr int kFault = 10;
constexpr int kLeftOut = 8;
constexpr int kSlip = 7;

// What a word costs that people use less: fewer than so many cues name it.
constexpr std::uint32_t kCommon = 60;
constexpr std::uint32_t kRare = 8;

int rarity_of(std::uint32_t count) { return count >= kCommon ? 0 : count >= kRare ? 1 : 2; }

bool is_plain_word(std::string_view word) {
  return word.size() >= kShortest && word.size() <= kLongest &&
         std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

std::size_t faults_allowed(std::size_t length) { return length >= kTwoFaults ? 2 : 1; }

bool are_neighbours(char a, char b) {
  static constexpr std::array<std::string_view, 26> kKeys = {
      "qwsz",   "vghn",  "xdfv", "serfcx", "wsdr", "drtgvc", "ftyhbv", "gyujnb", "ujko",
      "huikmn", "jiolm", "kop",  "njk",    "bhjm", "iklp",   "ol",     "wa",     "edft",
      "awedxz", "rfgy",  "yhji", "cfgb",   "qase", "zsdc",   "tghu",   "asx"};
  return kKeys[static_cast<std::size_t>(a - 'a')].find(b) != std::string_view::npos;
}

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

int swap_cost(char typed, char meant) {
  if (typed == meant) return 0;
  return are_neighbours(typed, meant) || (is_vowel(typed) && is_vowel(meant)) ? kSlip : kFault;
}

// Every form of `word` with up to `faults` letters left out, the whole word included. Letters are
// left out from the left to the right, from `first` on: in another order the same forms come again.
void add_shortened(std::string_view word, std::size_t first, std::size_t faults,
                   std::vector<std::uint32_t>& out) {
  out.push_back(stable_id(word));
  if (faults == 0) return;
  std::string shorter;
  for (std::size_t i = first; i < word.size(); ++i) {
    if (i > 0 && word[i] == word[i - 1]) continue;
    shorter.assign(word.substr(0, i)).append(word.substr(i + 1));
    add_shortened(shorter, i, faults - 1, out);
  }
}

std::vector<std::uint32_t> shortened_forms(std::string_view word) {
  std::vector<std::uint32_t> forms;
  add_shortened(word, 0, faults_allowed(word.size()), forms);
  std::ranges::sort(forms);
  forms.erase(std::ranges::unique(forms).begin(), forms.end());
  return forms;
}

}  // namespace

int typing_cost(std::string_view typed, std::string_view meant, int bound) {
  std::array<std::array<int, kLongest + 2>, 3> rows{};
  if (typed.size() > kLongest || meant.size() > kLongest) return bound + 1;
  for (std::size_t j = 0; j <= meant.size(); ++j) rows[0][j] = static_cast<int>(j) * kLeftOut;
  for (std::size_t i = 1; i <= typed.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    row[0] = static_cast<int>(i) * kFault;
    int best = row[0];
    for (std::size_t j = 1; j <= meant.size(); ++j) {
      const bool typed_twice = i > 1 && typed[i - 1] == typed[i - 2];
      const bool meant_twice = j > 1 && meant[j - 1] == meant[j - 2];
      int cost = above[j - 1] + swap_cost(typed[i - 1], meant[j - 1]);
      cost = std::min(cost, above[j] + (typed_twice ? kSlip : kFault));
      cost = std::min(cost, row[j - 1] + (meant_twice ? kSlip : kLeftOut));
      if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1]) {
        cost = std::min(cost, rows[(i + 1) % 3][j - 2] + kSlip);
      }
      row[j] = cost;
      best = std::min(best, cost);
    }
    if (best > bound) return bound + 1;
  }
  return rows[typed.size() % 3][meant.size()];
}

Spelling::Spelling(const Vocabulary& vocabulary, const std::vector<std::string>& never,
                   const std::vector<std::uint32_t>& counts) {
  rarity_.resize(vocabulary.size() + 1, 0);
  for (WordId id = 1; id < counts.size() && id < rarity_.size(); ++id) {
    rarity_[id] = static_cast<std::uint8_t>(rarity_of(counts[id]));
  }
  for (WordId id = 1; id <= vocabulary.size(); ++id) {
    const std::string& word = vocabulary.word(id);
    if (!is_plain_word(word) || std::ranges::find(never, word) != never.end()) continue;
    for (const std::uint32_t form : shortened_forms(word)) index_.emplace_back(form, id);
  }
  std::ranges::sort(index_);
}

WordId Spelling::correct(const Vocabulary& vocabulary, std::string_view typed) const {
  if (!is_plain_word(typed)) return kUnknownWord;
  const int allowed = static_cast<int>(faults_allowed(typed.size())) * kFault;
  WordId best = kUnknownWord;
  int best_cost = allowed + rarity_of(0) + 1;
  bool tie = false;
  for (const std::uint32_t form : shortened_forms(typed)) {
    auto entry = std::ranges::lower_bound(index_, std::pair<std::uint32_t, WordId>{form, 0});
    for (; entry != index_.end() && entry->first == form; ++entry) {
      if (entry->second == best) continue;
      const std::string& meant = vocabulary.word(entry->second);
      int cost = typing_cost(typed, meant, best_cost);
      if (typed.front() != meant.front()) cost += kSlip;
      if (cost > allowed) continue;
      cost += rarity_[entry->second];
      if (cost > best_cost) continue;
      tie = cost == best_cost;
      best = entry->second;
      best_cost = cost;
    }
  }
  return tie ? kUnknownWord : best;
}

}  // namespace waymark
