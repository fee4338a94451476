#pragma once
// Compiled patterns as expressions again, for tests that give the patterns of a pack to another
// form of matching.

#include "engine/text/pattern_set.h"

namespace waymark::fakes {

inline TokenExpression expression_at(const AutomatonTable& table, ItemId id) {
  const AutomatonItem& item = table.node(id);
  TokenExpression expression;
  expression.kind = item.kind;
  expression.count = item.value;
  if (item.kind == TokenExpression::Kind::Words) {
    expression.words = table.classes().words(item.value);
  }
  if (item.kind == TokenExpression::Kind::Entity) {
    expression.entity = static_cast<EntityType>(item.value);
  }
  for (const AutomatonPart& part : table.parts(item)) {
    expression.children.push_back(expression_at(table, part.id));
  }
  return expression;
}

}  // namespace waymark::fakes
