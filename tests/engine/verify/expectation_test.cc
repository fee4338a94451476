#include "engine/api/expectation.h"

#include <doctest/doctest.h>

#include "tests/engine/turn/conversation.h"

namespace waymark {
namespace {

using fakes::SmallPack;
using Names = std::vector<std::string>;

Expectation expected(std::string_view text, std::string_view id,
                     const BundlePtr& bundle = fakes::shared_small_bundle()) {
  const auto found = expectation_of(*bundle, text, id);
  REQUIRE(found.has_value());
  return *found;
}

}  // namespace

TEST_CASE("expectation: met") {
  for (const auto& [text, id] : {std::pair{"what is ipt?", "ipt.what_is"},
                                 {"i want to kill myself", "safety.suicide"},
                                 {"qwfp zxcv", "none"}}) {
    CAPTURE(text);
    const Expectation why = expected(text, id);
    CHECK(why.is_met);
    CHECK(why.taken == id);
  }
}

TEST_CASE("expectation: the nearest pattern, with what is missing and in the way") {
  const Expectation why = expected("what on earth is that", "ipt.what_is");
  CHECK_FALSE(why.is_met);
  CHECK(why.taken == "none");
  CHECK(why.reason == "None of its patterns matches.");
  REQUIRE(why.nearest.has_value());
  CHECK(why.nearest->owner == "ipt.what_is");
  CHECK(why.nearest->pattern == "what is [the|this] {therapy}");
  CHECK(why.nearest->place ==
        SmallPack().place_of("intents/topics.json", "what is [the|this] {therapy}"));
  CHECK(why.nearest->in_the_way == Names{"on", "earth"});
  REQUIRE(why.nearest->missing.size() == 1);
  CHECK(why.nearest->missing.front().starts_with("any of "));
  CHECK_FALSE(expected("qwfp", "ipt.what_is").nearest.has_value());
}

TEST_CASE("expectation: a pattern that matches and is not taken") {
  const Expectation cancelled = expected("therapy cost me my job", "help.cost");
  REQUIRE_FALSE(cancelled.matches.empty());
  CHECK(cancelled.reason.find("cancelled by \"unless therapy cost me my job\"") !=
        std::string::npos);
  CHECK_FALSE(cancelled.nearest.has_value());
  const Expectation lost = expected("thanks, what is ipt?", "chat.thanks");
  CHECK(lost.matches.size() == 1);
  CHECK(lost.reason == "Its pattern matches, but ipt.what_is goes before it.");
  const Expectation at_risk = expected("what is ipt? i want to kill myself", "ipt.what_is");
  CHECK(at_risk.taken == "safety.suicide");
  CHECK(at_risk.reason == "safety.suicide goes before every meaning.");
  CHECK(expected("what is ipt?", "none").reason == "The text is taken for ipt.what_is.");
}

TEST_CASE("expectation: why a text is no risk") {
  const Expectation held = expected("i do not want to kill myself", "safety.suicide");
  CHECK_FALSE(held.is_met);
  REQUIRE_FALSE(held.matches.empty());
  CHECK(held.reason == "Its rule matches, and is held back by \"scope: negated\".");
  const Expectation other = expected("what is ipt?", "safety.suicide");
  CHECK(other.reason == "None of its rules matches.");
  CHECK_FALSE(other.has_cues);
}

TEST_CASE("expectation: cues for and against, compared with what was taken") {
  SmallPack pack;
  pack.put("cues/intents.json", fakes::small_intent_cues(fakes::small_word_cues()));
  pack.put("cues/risk.json", fakes::small_risk_cues());
  const BundlePtr bundle = fakes::compiled(pack);
  const Expectation why = expected("can we talk", "help.cost", bundle);
  REQUIRE(why.has_cues);
  CHECK(why.compared == "ipt.what_is");
  CHECK(why.total < why.compared_total);
  REQUIRE_FALSE(why.cues.empty());
  CHECK(why.cues.front().cue == "talk~");
  REQUIRE_FALSE(why.compared_cues.empty());
  const Expectation met = expected("can we talk", "ipt.what_is", bundle);
  CHECK(met.is_met);
  CHECK(met.compared == "help.cost");
  const Expectation risk = expected("can we talk", "safety.suicide", bundle);
  CHECK(risk.compared == "none");
  CHECK(risk.total < risk.compared_total);
  CHECK(risk.reason == "None of its rules matches, and the cues do not speak for it enough.");
}

TEST_CASE("expectation: an unknown id is an error that names the nearest") {
  const auto unknown = [](std::string_view id) {
    return expectation_of(*fakes::shared_small_bundle(), "hello", id).error();
  };
  CHECK(unknown("help.cots") ==
        "There is no intent or kind of risk \"help.cots\". Do you mean \"help.cost\"?");
  CHECK(unknown("safety.suicid").ends_with("Do you mean \"safety.suicide\"?"));
  CHECK(unknown("zzzzzz").find("--format json") != std::string::npos);
}

}  // namespace waymark
