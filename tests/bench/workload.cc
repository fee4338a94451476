#include "tests/bench/workload.h"

#include <string_view>
#include <utility>

namespace waymark::bench {
namespace {

using Kind = PhraseItem::Kind;

constexpr std::size_t kWords = 4'000;

std::size_t below(std::mt19937& random, std::size_t limit) { return random() % limit; }

// Three syllables that say the number.
std::string word_of(std::size_t number) {
  static constexpr std::string_view kOnsets = "bdfgklmnprstvz";
  static constexpr std::string_view kVowels = "aeiou";
  std::string word;
  for (int i = 0; i < 3; ++i) {
    word += kOnsets[number % kOnsets.size()];
    number /= kOnsets.size();
    word += kVowels[(number + static_cast<std::size_t>(i)) % kVowels.size()];
  }
  return word;
}

// Word n turns up about as often as n to the power of -2/3.
std::string random_word(std::mt19937& random) {
  const double share = static_cast<double>(below(random, 1'000'000)) / 1e6;
  return word_of(static_cast<std::size_t>(share * share * share * kWords));
}

std::string joined(const std::vector<std::string>& words, std::string_view after) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += '|';
    out += word;
    out += after;
  }
  return out;
}

Phrase random_phrase(std::mt19937& random) {
  std::vector<PhraseItem> items;
  for (std::size_t words = 2 + below(random, 5); words > 0; --words) {
    const std::size_t draw = below(random, 10);
    if (!items.empty() && draw == 0) items.push_back({Kind::Gap, {}});
    PhraseItem item{Kind::Word, {random_word(random)}};
    if (draw == 1 || draw == 2) {
      item.kind = Kind::Either;
      item.words.push_back(random_word(random));
      item.words.push_back(random_word(random));
    } else if (!items.empty() && words > 1 && draw == 3) {
      item.kind = Kind::Maybe;
    }
    items.push_back(std::move(item));
  }
  return Phrase(std::move(items));
}

// How one engine writes each kind of item.
struct Notation {
  std::string_view after_word;
  std::string_view either_begin, either_end;
  std::string_view maybe_begin, maybe_end;
  std::string_view gap;
};

std::string written(const std::vector<PhraseItem>& items, const Notation& as) {
  std::string out;
  for (const auto& [kind, words] : items) {
    const std::string any = joined(words, as.after_word);
    switch (kind) {
      case Kind::Word: out += any; break;
      case Kind::Either: out.append(as.either_begin).append(any).append(as.either_end); break;
      case Kind::Maybe: out.append(as.maybe_begin).append(any).append(as.maybe_end); break;
      case Kind::Gap: out += as.gap; break;
    }
    if (as.after_word.empty()) out += ' ';
  }
  if (as.after_word.empty()) out.pop_back();
  return out;
}

}  // namespace

std::string Phrase::pattern() const { return written(items_, {"", "(", ")", "[", "]", "*3"}); }

std::string Phrase::expression() const {
  return ' ' + written(items_, {" ", "(?:", ")", "(?:", ")?", "(?:[^ .]+ ){0,3}"});
}

std::string Phrase::trigger() const {
  return "[*] " + written(items_, {"", "(", ")", "[", "]", "[*]"}) + " [*]";
}

std::string Phrase::example() const {
  std::string out;
  for (const auto& [kind, words] : items_) {
    if (kind == Kind::Gap) continue;
    if (!out.empty()) out += ' ';
    out += words.front();
  }
  return out;
}

Workload::Workload(std::size_t phrases) {
  std::mt19937 random(20'261'122);
  phrases_.reserve(phrases);
  while (phrases_.size() < phrases) phrases_.push_back(random_phrase(random));
}

std::string Workload::message(std::size_t bytes, std::uint32_t number) const {
  std::mt19937 random(number);
  const std::string said =
      number % 2 == 1 ? phrases_[below(random, phrases_.size())].example() + ' ' : "";
  std::string out;
  while (out.size() + said.size() + 6 < bytes / 2) out += random_word(random) + ' ';
  out += said;
  while (out.size() + 6 < bytes) {
    out += random_word(random);
    out += below(random, 12) == 0 ? ". " : " ";
  }
  out.pop_back();
  return out;
}

std::vector<std::string> Workload::messages(std::size_t bytes, std::size_t count) const {
  std::vector<std::string> out;
  for (std::uint32_t i = 0; i < count; ++i) out.push_back(message(bytes, i));
  return out;
}

}  // namespace waymark::bench
