#include "engine/match/inflection.h"

namespace waymark {
namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

bool ends_like_hiss(std::string_view word) {
  return word.ends_with('s') || word.ends_with('x') || word.ends_with('z') ||
         word.ends_with("ch") || word.ends_with("sh");
}

// Consonant, vowel, consonant at the end, as in "stop": the last letter doubles in British spelling
// ("stopped", "travelled").
bool doubles_last(std::string_view word) {
  if (word.size() < 3) return false;
  const char last = word.back();
  return !is_vowel(last) && last != 'w' && last != 'x' && last != 'y' &&
         is_vowel(word[word.size() - 2]) && !is_vowel(word[word.size() - 3]);
}

bool ends_consonant_y(std::string_view word) {
  return word.size() >= 2 && word.back() == 'y' && !is_vowel(word[word.size() - 2]);
}

}  // namespace

std::vector<std::string> inflections(std::string_view base) {
  std::vector<std::string> forms = {std::string(base)};
  if (base.size() < 2) return forms;
  const std::string word(base);
  const std::string cut = word.substr(0, word.size() - 1);
  if (ends_consonant_y(word)) {
    forms.insert(forms.end(), {cut + "ies", cut + "ied", cut + "ier", word + "ing"});
  } else if (word.ends_with("ie")) {
    const std::string stem = word.substr(0, word.size() - 2);
    forms.insert(forms.end(), {word + "s", word + "d", stem + "ying"});
  } else if (word.ends_with('e')) {
    forms.insert(forms.end(), {word + "s", word + "d", word + "r"});
    forms.push_back((word.ends_with("ee") ? word : cut) + "ing");
  } else {
    forms.push_back(word + (ends_like_hiss(word) ? "es" : "s"));
    forms.insert(forms.end(), {word + "ed", word + "ing", word + "er"});
    if (doubles_last(word)) {
      const std::string twice = word + word.back();
      forms.insert(forms.end(), {twice + "ed", twice + "ing", twice + "er"});
    }
  }
  return forms;
}

}  // namespace waymark
