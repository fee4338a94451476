#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/compile/builders.h"
#include "engine/text/analyser.h"
#include "engine/text/normaliser.h"

namespace waymark {
namespace {

// The set whose single words are denials: spelling never makes one of a slip.
constexpr std::string_view kNegationSet = "scope.negation";

std::vector<std::string> split_blanks(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

}  // namespace

void build_tables(const Declarations& declared, const std::string& locale, Language& language,
                  Findings& findings) {
  language.known_words = WordList(declared.known_words);
  for (const RewriteDeclaration& rewrite : declared.rewrites) {
    if (rewrite.locale != locale) continue;
    const std::string word = normalise_text(rewrite.word.text);
    std::vector<std::string> replacement = split_blanks(normalise_text(rewrite.replacement.text));
    if (word.find(' ') != std::string::npos || replacement.empty()) {
      findings.add("WM113", rewrite.word.place, "A rewrite turns one word into one or more.",
                   "Write a single word on the left and at least one on the right.");
      continue;
    }
    for (const std::string& part : replacement) language.vocabulary.add(part);
    RewriteTable& table = rewrite.is_misspelling ? language.misspellings : language.rewrites;
    if (!table.add(word, replacement, rewrite.exact)) {
      findings.add("WM207", rewrite.word.place,
                   "\"" + rewrite.word.text + "\" stands for something else already.",
                   "Delete one of the two.");
    }
  }
}

void declare_sets(const Declarations& declared, const std::string& locale, Lexicon& lexicon,
                  Findings& findings) {
  for (const SetDeclaration& set : declared.sets) {
    if (set.locale != locale) continue;
    std::vector<Lexicon::Entry> entries;
    for (const PlacedText& entry : set.entries) entries.push_back({entry.text, entry.place});
    if (lexicon.declare(set.name.text, std::move(entries))) continue;
    findings.add("WM207", set.name.place,
                 "There is a synonym set \"" + set.name.text + "\" already.",
                 "Put the words into one set, or rename this one.");
  }
}

void report_sets(Lexicon& lexicon, Findings& findings) {
  lexicon.resolve_all();
  for (const Lexicon::Problem& problem : lexicon.problems()) {
    SourcePlace place = problem.place;
    place.column += static_cast<std::uint32_t>(problem.error.offset);
    findings.add(problem.error.code, std::move(place),
                 "In a synonym set: " + problem.error.message + ".",
                 "See the phrase language in dialogs/README.md.");
  }
}

void finish_language(const Declarations& declared, const std::string& locale,
                     std::vector<std::string> never, const std::vector<std::uint32_t>& counts,
                     Language& language) {
  never.insert(never.end(), {"not", "no", "never"});
  for (const SetDeclaration& set : declared.sets) {
    if (set.locale != locale || set.name.text != kNegationSet) continue;
    for (const PlacedText& entry : set.entries) {
      for (std::string& word : content_words(language, entry.text)) {
        never.push_back(std::move(word));
      }
    }
  }
  language.spelling = Spelling(language.vocabulary, never, counts);
}

}  // namespace waymark
