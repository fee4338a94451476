#include "engine/text/disguise.h"

#include <algorithm>
#include <array>
#include <utility>

namespace waymark {
namespace {

constexpr std::size_t kMostDisguised = 6;
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

// Tries every letter at the disguised places from `at` on.
bool fill_in(const Language& language, std::string& word, std::size_t at) {
  const auto is_open = [](char c) { return !letters_for(c).empty(); };
  const auto next =
      std::find_if(word.begin() + static_cast<std::ptrdiff_t>(at), word.end(), is_open);
  if (next == word.end()) return is_known(language, word);
  const char sign = *next;
  const auto place = static_cast<std::size_t>(next - word.begin());
  for (const char letter : letters_for(sign)) {
    word[place] = letter;
    if (fill_in(language, word, place + 1)) return true;
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
  const auto open = std::ranges::count_if(written, [](char c) { return !letters_for(c).empty(); });
  const auto stars = std::ranges::count(written, '*');
  const auto letters = std::ranges::count_if(written, [](char c) { return c >= 'a' && c <= 'z'; });
  if (open == 0 || letters == 0 || stars > 2 || open > static_cast<long>(kMostDisguised)) {
    return std::nullopt;
  }
  std::string word(written);
  if (!fill_in(language, word, 0)) return std::nullopt;
  return word;
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
