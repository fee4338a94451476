#pragma once
// The phrase language: what authors write as a pattern, parsed into a token expression. The grammar
// with examples is in dialogs/README.md; in short
//
//   pattern := items
//   item    := word ['+'] | '[' either ']' | '(' either ')' | '(' all ')' | '{' set '}'
//            | '<' entity '>' | '*' [digits] | '^' | '$'
//   either  := items ('|' items)*
//   all     := items ('&' items)+
//
// Used by the content compiler only; one thread.

#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/language.h"
#include "engine/text/token_expression.h"

namespace waymark {

struct PatternError {
  std::string code;  // "WM301" ... see dialogs/DIAGNOSTICS.md
  std::string message;
  std::size_t offset = 0;  // byte of the phrase at which it was noticed
};

// Finds the expression of a synonym set, or says why not.
using SetLookup = std::function<std::expected<std::shared_ptr<const TokenExpression>, PatternError>(
    std::string_view name)>;

enum class PhraseKind : std::uint8_t {
  Pattern,   // all of the language
  SetEntry,  // no edges, gaps, entities or unordered groups
};

// Parses `phrase`; its words join the vocabulary of `language`.
[[nodiscard]] std::expected<TokenExpression, PatternError> parse_pattern(std::string_view phrase,
                                                                         PhraseKind kind,
                                                                         Language& language,
                                                                         const SetLookup& sets);

// An alternation of `options`, with single words merged into one class.
[[nodiscard]] TokenExpression either_of(std::vector<TokenExpression> options);

}  // namespace waymark
