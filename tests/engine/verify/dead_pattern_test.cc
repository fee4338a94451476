#include "engine/verify/dead_pattern.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "engine/verify/sentence_text.h"
#include "tests/fakes/rule_set.h"

namespace waymark {
namespace {

using Rules = std::vector<std::pair<std::string, std::string>>;

// The intents "told" and "chat" rank below others, which ask.
const std::map<std::string, IntentClass> kClasses = {{"told", IntentClass::Disclosure},
                                                     {"chat", IntentClass::Smalltalk}};

// The dead patterns, with what is said of each: "thanks a lot: outranked by thanks".
std::string dead(const Rules& written) {
  fakes::RuleSet rules(written, kClasses, {{"low", {"low", "so blue"}}});
  const PatternOutlines outlines(rules.matcher(), rules.intents());
  std::string out;
  for (const DeadPattern& each : find_dead_patterns(outlines).dead) {
    const PatternIndex by = each.cancelled ? *each.cancelled : *each.outranked;
    out += (out.empty() ? "" : " | ") + sentence_text(rules.language(), each.sentence) +
           (each.cancelled ? ": cancelled by " : ": outranked by ") +
           rules.matcher().origin(by).written;
  }
  return out;
}

}  // namespace

TEST_CASE("dead pattern: cancelled by its own unless, whatever it matches") {
  const std::pair<Rules, std::string> rows[] = {
      {{{"a", "first free"}, {"a", "unless: first *2 free"}},
       "first free: cancelled by first *2 free"},
      {{{"a", "(first|second) free"}, {"a", "unless: first free"}, {"a", "unless: second * free"}},
       "first free: cancelled by first free"},
      {{{"a", "^ stop $"}, {"a", "unless: stop"}}, "stop: cancelled by stop"},
      {{{"a", "feel {low}"}, {"a", "unless: feel * {low}"}}, "feel low: cancelled by feel * {low}"},
  };
  for (const auto& [rules, expected] : rows) {
    CAPTURE(expected);
    CHECK(dead(rules) == expected);
  }
}

TEST_CASE("dead pattern: alive where an unless leaves something") {
  const Rules rows[] = {
      {{"a", "(first|second) free"}, {"a", "unless: first free"}},
      {{"a", "first * free"}, {"a", "unless: first free"}},
      {{"a", "first *3 free"}, {"a", "unless: first *2 free"}},
      {{"a", "stop"}, {"a", "unless: ^ stop $"}},  // "please stop"
      {{"a", "stop that"}, {"a", "unless: stop"}},
      {{"a", "stop that"}, {"b", "unless: stop that"}, {"b", "go on"}},
      {{"a", "stop"}, {"a", "unless: do not stop"}},
  };
  for (const Rules& rules : rows) {
    CAPTURE(rules.front().second);
    CAPTURE(rules.back().second);
    CHECK(dead(rules).empty());
  }
}

TEST_CASE("dead pattern: another intent always scores more") {
  const std::pair<Rules, std::string> rows[] = {
      {{{"told", "lost my job"}, {"asks", "lost my (job|keys)"}},
       "lost my job: outranked by lost my (job|keys)"},
      {{{"chat", "thanks for that"}, {"asks", "thanks for"}},
       "thanks for that: outranked by thanks for"},
      {{{"chat", "(cheers|thanks) mate"}, {"asks", "cheers [mate]"}, {"asks", "thanks mate"}},
       "cheers mate: outranked by cheers [mate]"},
      {{{"told", "^ lost it $"}, {"asks", "lost [it]"}}, "lost it: outranked by lost [it]"},
  };
  for (const auto& [rules, expected] : rows) {
    CAPTURE(expected);
    CHECK(dead(rules) == expected);
  }
}

TEST_CASE("dead pattern: alive where something is left, or the other may score less") {
  const Rules rows[] = {
      {{"asks", "lost my job"}, {"other", "lost my job"}},  // a tie is an overlap
      {{"asks", "lost my job"}, {"told", "lost my (job|keys)"}},
      {{"told", "lost my (job|keys)"}, {"asks", "lost my job"}},
      {{"told", "lost my job"}, {"asks", "^ lost my job $"}},  // "i lost my job"
      {{"told", "lost * job"}, {"asks", "lost job"}},
      {{"told", "i have lost my job and my house"}, {"asks", "my house"}},  // far more specific
      {{"told", "lost my job"}, {"asks", "lost my (job|keys)"}, {"asks", "unless: lost my job"}},
  };
  for (const Rules& rules : rows) {
    CAPTURE(rules.front().second);
    CAPTURE(rules.back().second);
    CHECK(dead(rules).empty());
  }
}

TEST_CASE("dead pattern: a pattern past the bound is told") {
  const Rules written = {{"a", "[a] [b] [c] [d] stop"}, {"a", "unless: [a] [b] [c] [d] stop"}};
  const fakes::RuleSet rules(written);
  const PatternOutlines outlines(rules.matcher(), rules.intents());
  CHECK(find_dead_patterns(outlines, 3).undecided == std::vector<PatternIndex>{0});
  CHECK(find_dead_patterns(outlines).dead.size() == 1);
}

}  // namespace waymark
