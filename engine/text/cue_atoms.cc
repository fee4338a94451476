#include "engine/text/cue_atoms.h"

#include <optional>

namespace waymark {

std::vector<std::string> group_names(const Language& language, const Stemmer& stemmer,
                                     std::string_view word) {
  const std::string stem = stemmer.stem(word);
  std::vector<std::string> names = {stem + '~'};
  const auto classes = language.classes.find(stem);
  if (classes != language.classes.end()) {
    names.insert(names.end(), classes->second.begin(), classes->second.end());
  }
  return names;
}

std::vector<GroupId> groups_in_use(const Language& language, const Stemmer& stemmer,
                                   std::string_view word) {
  std::vector<GroupId> groups;
  for (const std::string& name : group_names(language, stemmer, word)) {
    if (const GroupId group = language.groups.find(name); group != kUnknownWord) {
      groups.push_back(group);
    }
  }
  return groups;
}

std::vector<CueAtom> cue_atoms(const Language& language, const std::vector<Token>& tokens) {
  std::vector<CueAtom> atoms;
  atoms.reserve(tokens.size());
  std::optional<Stemmer> stemmer;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::Boundary) {
      atoms.push_back({boundary_atom(token), {}});
    } else if (token.word != kUnknownWord || language.groups.size() == 0) {
      atoms.push_back({token.word, language.groups.of(token.word)});
    } else {
      if (!stemmer) stemmer.emplace(language.locale);
      atoms.push_back({kUnknownWord, groups_in_use(language, *stemmer, token.text)});
    }
  }
  return atoms;
}

}  // namespace waymark
