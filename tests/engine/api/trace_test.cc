#include "engine/api/trace.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace waymark {

TEST_CASE("trace: every kind of decision has a name of its own") {
  const DecisionKind kinds[] = {
      DecisionKind::Crisis,  DecisionKind::Command, DecisionKind::Answer,  DecisionKind::Resume,
      DecisionKind::Digress, DecisionKind::Start,   DecisionKind::Clarify, DecisionKind::Fallback,
      DecisionKind::Handoff, DecisionKind::Welcome};
  std::set<std::string> names;
  for (const DecisionKind kind : kinds) names.insert(name_of(kind));
  CHECK(names.size() == std::size(kinds));
  CHECK(std::string(name_of(DecisionKind::Crisis)) == "crisis");
  CHECK(std::string(name_of(DecisionKind::Welcome)) == "welcome");
}

}  // namespace waymark
