#pragma once
// A pattern as a star-free regular expression over tokens: what the phrase language compiles to and
// what automata are built from. Values; any thread.

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "engine/text/entity_type.h"
#include "engine/text/utterance.h"

namespace waymark {

struct TokenExpression {
  enum class Kind : std::uint8_t {
    Words,        // one token that is any of `words`
    Edge,         // the beginning or the end of a sentence
    Gap,          // up to `count` tokens of any kind, not over a sentence end
    Entity,       // the tokens of one entity of type `entity`
    Sequence,     // all children, one after the other
    Alternation,  // one of the children
    Optional,     // the child or nothing
    Unordered,    // all children in any order, with gaps of up to `count` tokens between them
    Shared,       // the expression of a synonym set, kept once for all that use it
  };
  Kind kind = Kind::Sequence;
  std::vector<WordId> words;  // sorted, without doubles
  std::uint32_t count = 0;
  EntityType entity = EntityType::Number;
  std::vector<TokenExpression> children;
  std::shared_ptr<const TokenExpression> shared;

  [[nodiscard]] static TokenExpression of(Kind kind, std::vector<TokenExpression> children) {
    TokenExpression out;
    out.kind = kind;
    out.children = std::move(children);
    return out;
  }
};

}  // namespace waymark
