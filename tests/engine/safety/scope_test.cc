#include "engine/safety/scope.h"

#include <doctest/doctest.h>

#include <string_view>

#include "tests/engine/safety/written_rules.h"

namespace waymark {
namespace {

struct Row {
  std::string_view text;
  ScopeKind kind;
};

fakes::WrittenRules statements() {
  fakes::WrittenRules rules;
  rules.add({.id = "suicide", .patterns = {"suicidal", "want+ to die", "kill myself"}});
  return rules;
}

template <std::size_t N>
void check(const Row (&rows)[N]) {
  fakes::WrittenRules rules = statements();
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(name_of(rules.scope(row.text)) == name_of(row.kind));
  }
}

TEST_CASE("scope: a plain statement is the visitor's own") {
  check({{"suicidal", ScopeKind::Own},
         {"i want to die", ScopeKind::Own},
         {"right now i really just want to die please", ScopeKind::Own}});
}

TEST_CASE("scope: a denial just before a statement negates it") {
  check({{"i am not suicidal", ScopeKind::Negated},
         {"i'm not really suicidal", ScopeKind::Negated},
         {"i don't want to die", ScopeKind::Negated},
         {"i would never kill myself", ScopeKind::Negated},
         {"i have no thoughts of wanting to kill myself", ScopeKind::Negated}});
}

TEST_CASE("scope: a denial of something else leaves the statement standing") {
  check({{"not well, i want to die", ScopeKind::Own},
         {"i am not well and i want to die", ScopeKind::Own},
         {"i do not sleep, i want to die", ScopeKind::Own},
         {"no i want to die", ScopeKind::Own},
         {"i can't go on and i want to die", ScopeKind::Own},
         {"i never sleep and i want to die", ScopeKind::Own}});
}

TEST_CASE("scope: a denial does not reach over the end of a sentence") {
  check({{"not now. i want to die", ScopeKind::Own},
         {"i am not. suicidal", ScopeKind::Own},
         {"am i ok? no! i want to die", ScopeKind::Own},
         {"i am not\nsuicidal", ScopeKind::Own}});
}

TEST_CASE("scope: what comes after a turn is not denied") {
  check({{"i am not ok but suicidal", ScopeKind::Own},
         {"i am not just suicidal", ScopeKind::Own},
         {"not happy though suicidal", ScopeKind::Own}});
}

TEST_CASE("scope: two denials are none") {
  check({{"i am not not suicidal", ScopeKind::Own},
         {"i can't say i'm not suicidal", ScopeKind::Own},
         {"i do not think that i am not suicidal", ScopeKind::Own}});
}

TEST_CASE("scope: the past is told from now") {
  check({{"i used to want to die", ScopeKind::Past},
         {"i was suicidal years ago", ScopeKind::Past},
         {"when i was younger i was suicidal", ScopeKind::Past},
         {"in the past i was suicidal", ScopeKind::Past}});
}

TEST_CASE("scope: the past of something else leaves the statement standing") {
  check({{"years ago i was ill. now i want to die", ScopeKind::Own},
         {"i used to be happy and now i want to die", ScopeKind::Own},
         {"i used to cope but i want to die", ScopeKind::Own},
         {"he left years ago and i want to die", ScopeKind::Own}});
}

TEST_CASE("scope: a statement about another person is theirs") {
  check({{"my friend is suicidal", ScopeKind::OtherPerson},
         {"i think my brother is suicidal", ScopeKind::OtherPerson},
         {"she keeps telling us about wanting to die", ScopeKind::OtherPerson},
         {"they want to die", ScopeKind::OtherPerson}});
}

TEST_CASE("scope: the first person after another person is the visitor") {
  check({{"my mum thinks i am suicidal", ScopeKind::Own},
         {"my friend left and i want to die", ScopeKind::Own},
         {"he hates me and i'm suicidal", ScopeKind::Own},
         {"my brother died. want to die", ScopeKind::Own}});
}

TEST_CASE("scope: what somebody said or sang is quoted") {
  check({{"she said suicidal people lie", ScopeKind::Quoted},
         {"there is a song called want to die", ScopeKind::Quoted},
         {"my friend wrote suicidal on the wall", ScopeKind::Quoted}});
}

TEST_CASE("scope: the visitor's own words after a quotation are their own") {
  check({{"my gp said no and i want to die", ScopeKind::Own},
         {"he said bye and i want to die", ScopeKind::Own},
         {"he said go away. i want to die", ScopeKind::Own},
         {"she said it is over so i want to die", ScopeKind::Own}});
}

TEST_CASE("scope: it names the words that say so") {
  fakes::WrittenRules rules = statements();
  const RiskAssessment seen = rules.screen("i am not suicidal");
  REQUIRE(seen.hits.size() == 1);
  CHECK(seen.hits[0].scope.kind == ScopeKind::Negated);
  CHECK(seen.hits[0].scope.cue == TokenSpan{2, 3});
  CHECK(seen.hits[0].span == TokenSpan{3, 4});
}

TEST_CASE("scope: every kind has a name of its own") {
  CHECK(name_of(ScopeKind::Own) == "own");
  CHECK(name_of(ScopeKind::Negated) == "negated");
  CHECK(name_of(ScopeKind::Past) == "past");
  CHECK(name_of(ScopeKind::Quoted) == "quoted");
  CHECK(name_of(ScopeKind::OtherPerson) == "other person");
}

}  // namespace
}  // namespace waymark
