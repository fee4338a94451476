#include "tests/fakes/small_language.h"

namespace waymark::fakes {

std::vector<std::string> split_at_blanks(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = text.find(' ');
    if (end != 0) words.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return words;
}

Language language_of(std::string_view vocabulary) {
  Language language;
  for (const std::string& word : split_at_blanks(vocabulary)) language.vocabulary.add(word);
  language.spelling = Spelling(language.vocabulary, {"not", "no", "never"});
  return language;
}

std::string words_of(const std::vector<Token>& tokens) {
  std::string text;
  for (const Token& token : tokens) text += (text.empty() ? "" : " ") + token.text;
  return text;
}

}  // namespace waymark::fakes
