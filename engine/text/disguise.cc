#include "engine/text/disguise.h"

#include <algorithm>
#include <array>
#include <utility>

namespace waymark {
namespace {

constexpr std::size_t kMostReadings = 6000;
constexpr std::size_t kLongest = 24;
constexpr std::string_view kSigns = "!@$*|+";
// Vowels first: they are what is most often starred out.
constexpr std::string_view kAnyLetter = "aeioubcdfghjklmnpqrstvwxyz";

// The letters that a digit or sign stands for.
std::string_view letters_for(char c) {
  static constexpr std::array<std::pair<char, std::string_view>, 15> kLetters = {
      {{'0', "o"},
       {'1', "il"},
       {'3', "e"},
       {'4', "a"},
       {'5', "s"},
       {'6', "gb"},
       {'7', "t"},
       {'8', "b"},
       {'9', "g"},
       {'!', "il"},
       {'@', "a"},
       {'$', "s"},
       {'|', "li"},
       {'+', "t"},
       {'*', kAnyLetter}}};
  for (const auto& [sign, letters] : kLetters) {
    if (sign == c) return letters;
  }
  return {};
}

bool is_known(const Language& language, std::string_view word) {
  return language.vocabulary.find(word) != kUnknownWord ||
         language.rewrites.find(word) != nullptr || language.misspellings.find(word) != nullptr;
}

bool is_real(const Language& language, std::string_view word) {
  return language.known_words.contains(without_apostrophes(word));
}

bool is_short_word(const Language& language, std::string_view word) {
  static constexpr std::array<std::string_view, 24> kShort = {
      "i",  "a",  "to", "is", "it", "so", "as", "at", "be", "do", "go", "he",
      "if", "im", "in", "me", "no", "of", "on", "or", "us", "we", "am", "an"};
  return language.vocabulary.find(word) != kUnknownWord &&
         std::ranges::find(kShort, word) != kShort.end();
}

using Known = bool (*)(const Language&, std::string_view);

// Tries every letter at the disguised places from `at` on.
bool fill_in(const Language& language, std::string& word, std::size_t at, Known known) {
  const auto is_open = [](char c) { return !letters_for(c).empty(); };
  const auto next =
      std::find_if(word.begin() + static_cast<std::ptrdiff_t>(at), word.end(), is_open);
  if (next == word.end()) return known(language, word);
  const char sign = *next;
  const auto place = static_cast<std::size_t>(next - word.begin());
  for (const char letter : letters_for(sign)) {
    word[place] = letter;
    if (fill_in(language, word, place + 1, known)) return true;
  }
  word[place] = sign;
  return false;
}

}  // namespace

bool is_letter_sign(char32_t code) {
  return code < 0x80 && kSigns.find(static_cast<char>(code)) != std::string_view::npos;
}

std::optional<std::string> undisguise(const Language& language, std::string_view written) {
  if (written.size() < 3 || written.size() > kLongest) return std::nullopt;
  std::size_t open = 0;
  std::size_t readings = 1;
  for (const char c : written) {
    const std::size_t letters = letters_for(c).size();
    if (letters > 0) ++open;
    readings = std::min(readings * std::max<std::size_t>(letters, 1), kMostReadings + 1);
  }
  const auto stars = std::ranges::count(written, '*');
  const auto letters = std::ranges::count_if(written, [](char c) { return c >= 'a' && c <= 'z'; });
  if (open == 0 || letters == 0 || stars > 2 || readings > kMostReadings) {
    return std::nullopt;
  }
  std::string word(written);
  if (fill_in(language, word, 0, is_known)) return word;
  if (stars == 0 && fill_in(language, word, 0, is_real)) return word;
  return std::nullopt;
}

std::optional<std::string> undisguise_short(const Language& language, std::string_view written) {
  if (written.empty() || written.size() > 3) return std::nullopt;
  std::string word(written);
  if (written.size() <= 2) {
    if (fill_in(language, word, 0, is_short_word)) return word;
    return std::nullopt;
  }
  if (fill_in(language, word, 0, is_known)) return word;
  return std::nullopt;
}

std::vector<std::string> parted_at_signs(std::string_view written) {
  std::vector<std::string> parts(1);
  for (const char c : written) {
    if (kSigns.find(c) == std::string_view::npos) {
      parts.back().push_back(c);
    } else if (!parts.back().empty()) {
      parts.emplace_back();
    }
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

}  // namespace waymark
