#include "engine/text/cue_atoms.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/text/utf8.h"

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

std::vector<std::string> piece_names(std::string_view word) {
  constexpr std::size_t kLetters = 4;
  std::vector<std::string> names;
  std::vector<std::size_t> begins;  // of each letter, and the end
  for (std::size_t at = 0; at < word.size(); at += decode_utf8(word, at).length) {
    begins.push_back(at);
  }
  const std::size_t letters = begins.size();
  if (letters < kLetters) return names;
  begins.push_back(word.size());
  const auto part = [&](std::size_t first, std::size_t last) {
    return std::string(word.substr(begins[first], begins[last] - begins[first]));
  };
  names.push_back(part(0, kLetters - 1) + '*');
  for (std::size_t first = 0; first + kLetters <= letters; ++first) {
    names.push_back('*' + part(first, first + kLetters) + '*');
  }
  names.push_back('*' + part(letters + 1 - kLetters, letters));
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
  for (const std::string& name : piece_names(word)) {
    if (const GroupId piece = language.groups.find(name); piece != kUnknownWord) {
      entry.groups.push_back(piece);
    }
  }
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
