#pragma once
// Rows of a message as patterns see them: row 0 is the edge before the first token, row i the token
// i - 1, and the last the edge behind. Stateless; any thread.

#include <cstdint>
#include <span>

#include "engine/text/pattern_set.h"

namespace waymark {

[[nodiscard]] inline bool is_edge_row(std::size_t row, std::span<const Token> tokens) {
  return row == 0 || row > tokens.size() || tokens[row - 1].kind == TokenKind::Boundary;
}

// The rows [from, end) of a match as tokens, without the sentence ends at its edges.
[[nodiscard]] inline TokenSpan span_of_rows(std::size_t from, std::size_t end,
                                            std::span<const Token> tokens) {
  while (from < end && is_edge_row(from, tokens)) ++from;
  while (end > from && is_edge_row(end - 1, tokens)) --end;
  return {static_cast<std::uint32_t>(from - 1), static_cast<std::uint32_t>(end - 1)};
}

}  // namespace waymark
