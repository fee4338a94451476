#include "engine/text/cue_atoms.h"

#include <algorithm>
#include <optional>
#include <utility>

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

namespace {

bool carries_meaning(const std::vector<std::string>& names) {
  return std::ranges::find(names, kFunctionWords) == names.end();
}

}  // namespace

WordGroups::Entry groups_in_use(const Language& language, const Stemmer& stemmer,
                                std::string_view word) {
  const std::vector<std::string> names = group_names(language, stemmer, word);
  WordGroups::Entry entry;
  for (const std::string& name : names) {
    if (const GroupId group = language.groups.find(name); group != kUnknownWord) {
      entry.groups.push_back(group);
    }
  }
  if (carries_meaning(names)) entry.stem = language.groups.find(names.front());
  return entry;
}

std::vector<CueAtom> cue_atoms(const Language& language, const std::vector<Token>& tokens) {
  std::vector<CueAtom> atoms;
  atoms.reserve(tokens.size());
  std::optional<Stemmer> stemmer;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::Boundary) {
      atoms.push_back({boundary_atom(token), {}, kUnknownWord});
    } else if (token.word != kUnknownWord || language.groups.size() == 0) {
      const WordGroups::Entry& entry = language.groups.of(token.word);
      atoms.push_back({token.word, entry.groups, entry.stem});
    } else {
      if (!stemmer) stemmer.emplace(language.locale);
      WordGroups::Entry entry = groups_in_use(language, *stemmer, token.text);
      atoms.push_back({kUnknownWord, std::move(entry.groups), entry.stem});
    }
  }
  return atoms;
}

}  // namespace waymark
