#pragma once
// Cues written down as in cues/*.json, as a table over a language of its own: what the content
// compiler would make of such a file.
//
//   Language language = language_of("how much");
//   CueTable table = cue_table(2, {{"how much", {{0, 100}}}}, language);
//   table.totals(table.seen_in(atoms_of(language, "how much?"), {}));

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/text/analyser.h"
#include "engine/text/cue_atoms.h"
#include "engine/text/cue_table.h"

namespace waymark::fakes {

struct WrittenCue {
  std::string cue;
  std::vector<CueWeight> weights;
};

// Puts every word of the vocabulary into its groups; call it when all cues were read.
inline void group_words_of(Language& language) {
  const Stemmer stemmer(language.locale);
  for (WordId word = 1; word <= language.vocabulary.size(); ++word) {
    language.groups.put(word, groups_in_use(language, stemmer, language.vocabulary.word(word)));
  }
}

// The words of the cues join the language's vocabulary. `marks` are the names of marks by number.
// The cues stand in "cues.json", one a line.
inline CueTable cue_table(std::size_t outcomes, const std::vector<WrittenCue>& cues,
                          Language& language, const std::vector<std::string>& marks = {}) {
  const auto mark = [&marks](std::string_view name) -> std::optional<std::uint32_t> {
    const auto found = std::ranges::find(marks, name);
    if (found == marks.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - marks.begin());
  };
  if (language.locale.empty()) language.locale = "en-GB";
  CueTable table(outcomes);
  std::uint32_t line = 0;
  for (const auto& [written, weights] : cues) {
    const auto cue = parse_cue(written, language.vocabulary, language.groups, mark);
    REQUIRE_MESSAGE(cue.has_value(), written);
    REQUIRE(table.add(*cue, written, {"cues.json", ++line, 1}, weights));
  }
  group_words_of(language);
  return table;
}

inline std::vector<CueAtom> atoms_of(const Language& language, std::string_view message) {
  return cue_atoms(language, analyse(language, message).tokens);
}

}  // namespace waymark::fakes
