#pragma once
// What was typed, as tokens that rules can be matched on. Values; any thread.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/api/trace.h"

namespace waymark {

// A word of a pack's vocabulary as a number. Words that no rule knows are kUnknownWord.
using WordId = std::uint32_t;
inline constexpr WordId kUnknownWord = 0;

enum class TokenKind : std::uint8_t { Word, Number, Emoji, Boundary };

// One word after normalisation, or the end of a sentence (Boundary). `source` are the bytes of the
// message that it stands for: several tokens share them where one word was written out ("dont").
struct Token {
  std::string text;
  WordId word = kUnknownWord;
  TokenKind kind = TokenKind::Word;
  ByteSpan source;
  std::string corrected_from;  // what was there before a correction, or empty

  bool operator==(const Token&) const = default;
};

struct Utterance {
  std::vector<Token> tokens;
  bool shortened = false;
};

}  // namespace waymark
