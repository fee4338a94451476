#pragma once
// A cue: something small that a message holds, which speaks for or against a meaning. A word, one
// of a group, two or three words side by side, two stems near each other, how long the message is,
// or what a pattern found (a mark). As authors write them:
//
//   afford            the word            afford~, {money}   a word of the group
//   dep*, *epre*, *ion                       a word that begins with it, has it inside, ends with
//   it how much is       side by side        ^ hi, bye $, now ?   at an edge of the message book~ &
//   cancel~   within five words, in any order #4                3 or 4 words long   =help.cost a
//   mark; who gives marks names them
//
// Stateless; any thread.

#include <algorithm>
#include <bit>
#include <compare>
#include <cstdint>
#include <vector>

#include "engine/text/pattern_set.h"
#include "engine/text/word_groups.h"

namespace waymark {

enum class CueKind : std::uint8_t { Word, Group, Pair, Triple, Near, Length, Mark };

// `a`, `b` and `c` are words, groups, a length or a mark, as the kind says; 0 where there are
// fewer.
struct Cue {
  CueKind kind = CueKind::Word;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t c = 0;

  auto operator<=>(const Cue&) const = default;
};

// What a message is to the cues: its words and their groups, and where sentences end.
struct CueAtom {
  WordId word = kUnknownWord;
  std::vector<GroupId> groups;
  GroupId stem = kUnknownWord;  // of a word that carries meaning; one of the groups
};

// Atoms that are no words: edges of the message, a full stop, a question mark. Above every WordId.
inline constexpr std::uint32_t kAtomBegin = 0xFFFFFFF0;
inline constexpr std::uint32_t kAtomEnd = 0xFFFFFFF1;
inline constexpr std::uint32_t kAtomStop = 0xFFFFFFF2;
inline constexpr std::uint32_t kAtomQuestion = 0xFFFFFFF3;

// The atom of a token that ends a sentence.
[[nodiscard]] inline std::uint32_t boundary_atom(const Token& token) {
  return token.text == "?" ? kAtomQuestion : kAtomStop;
}

// 0, 1, 2, 4, 8 ... 64: the bounds of the classes of length, in tokens.
[[nodiscard]] inline std::uint32_t length_class(std::size_t tokens) {
  return tokens == 0 ? 0
                     : static_cast<std::uint32_t>(std::bit_ceil(std::min<std::size_t>(tokens, 64)));
}

inline constexpr std::uint32_t kNearReach = 4;  // tokens from the one stem to the other

// Calls `use(Cue, TokenSpan)` for every cue of the atoms but marks. Words and groups that are
// unknown (0) give none. The same cue may come more than once.
template <typename Use>
void for_each_cue(const std::vector<CueAtom>& atoms, const Use& use) {
  const auto count = static_cast<std::uint32_t>(atoms.size());
  // The atom at a place, or an edge beyond the ends.
  const auto at = [&](std::int64_t place) {
    if (place < 0) return kAtomBegin;
    return place < count ? atoms[static_cast<std::size_t>(place)].word : kAtomEnd;
  };
  use(Cue{CueKind::Length, length_class(count), 0, 0}, TokenSpan{0, count});
  for (std::uint32_t i = 0; i < count; ++i) {
    const CueAtom& atom = atoms[i];
    const std::uint32_t next = std::min(i + 2, count);
    if (atom.word != kUnknownWord) {
      if (atom.word != kAtomStop) use(Cue{CueKind::Word, atom.word, 0, 0}, TokenSpan{i, i + 1});
      if (i == 0) use(Cue{CueKind::Pair, kAtomBegin, atom.word, 0}, TokenSpan{i, i + 1});
      if (at(i + 1) != kUnknownWord) {
        use(Cue{CueKind::Pair, atom.word, at(i + 1), 0}, TokenSpan{i, next});
        const std::uint32_t before = at(static_cast<std::int64_t>(i) - 1);
        if (before != kUnknownWord) {
          use(Cue{CueKind::Triple, before, atom.word, at(i + 1)},
              TokenSpan{i == 0 ? 0 : i - 1, next});
        }
      }
    }
    for (const GroupId group : atom.groups) {
      use(Cue{CueKind::Group, group, 0, 0}, TokenSpan{i, i + 1});
    }
    for (std::uint32_t k = i + 1; atom.stem != kUnknownWord && k < count && k <= i + kNearReach;
         ++k) {
      if (atoms[k].word >= kAtomBegin) break;
      if (atoms[k].stem == kUnknownWord) continue;
      const GroupId other = atoms[k].stem;
      use(Cue{CueKind::Near, std::min(atom.stem, other), std::max(atom.stem, other), 0},
          TokenSpan{i, k + 1});
    }
  }
}

}  // namespace waymark
