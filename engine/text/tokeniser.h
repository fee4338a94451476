#pragma once
// Stage 2, middle: normalised glyphs become raw words, numbers, emoji and sentence ends. Letters
// and digits of any script make words; an apostrophe inside a word stays; a hyphen parts words;
// single letters parted by dots stay one run ("k.m.s"). Stateless; any thread.

#include <string>
#include <vector>

#include "engine/text/admission.h"
#include "engine/text/utterance.h"

namespace waymark {

// A word before the tables of a language were asked.
struct RawWord {
  std::string text;
  TokenKind kind = TokenKind::Word;
  ByteSpan source;

  bool operator==(const RawWord&) const = default;
};

[[nodiscard]] std::vector<RawWord> split_words(const std::vector<Glyph>& glyphs);

}  // namespace waymark
