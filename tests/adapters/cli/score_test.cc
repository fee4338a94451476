#include "adapters/cli/score.h"

#include <doctest/doctest.h>

namespace waymark {

namespace {

ScoredText scored(LabelledText labelled, const std::string& intent, const std::string& safety = "",
                  std::vector<std::string> suggestions = {}) {
  return {std::move(labelled), {intent, safety, std::move(suggestions)}};
}

}  // namespace

TEST_CASE("score: what is right") {
  struct Row {
    ScoredText text;
    bool is_right;
    bool is_suggested;
  };
  for (const Row& row : {
           Row{scored({"", "a", {}, "", ""}, "a"), true, true},
           Row{scored({"", "a", {"b"}, "", ""}, "b"), true, true},
           Row{scored({"", "a", {}, "", ""}, "b"), false, false},
           Row{scored({"", "a", {}, "", ""}, "none", "", {"x", "a"}), false, true},
           Row{scored({"", "a", {"b"}, "", ""}, "none", "", {"b"}), false, true},
           Row{scored({"", "a", {}, "", ""}, "a", "safety.abuse"), false, false},
           Row{scored({"", "a", {}, "", ""}, "a", "safety.abuse", {"a"}), false, false},
           Row{scored({"", "a", {"safety.abuse"}, "", ""}, "a", "safety.abuse"), true, true},
           Row{scored({"", "safety.abuse", {}, "", ""}, "a", "safety.abuse"), true, true},
           Row{scored({"", "safety.abuse", {"safety.child"}, "", ""}, "a", "safety.child"), true,
               true},
           Row{scored({"", "safety.abuse", {}, "", ""}, "a"), false, false},
           Row{scored({"", "none", {}, "", ""}, "none"), true, true},
       }) {
    CHECK(row.text.is_right() == row.is_right);
    CHECK(row.text.is_right_or_suggested() == row.is_suggested);
  }
}

TEST_CASE("score: precision, recall and F1 of a label") {
  const Score result =
      score({scored({"", "a", {}, "", ""}, "a"), scored({"", "a", {}, "", ""}, "a"),
             scored({"", "a", {}, "", ""}, "b"), scored({"", "b", {}, "", ""}, "a")});
  const LabelScore& a = result.labels.at("a");
  CHECK(a.precision() == doctest::Approx(2.0 / 3));
  CHECK(a.recall() == doctest::Approx(2.0 / 3));
  CHECK(a.f1() == doctest::Approx(2.0 / 3));
  CHECK(result.labels.at("b").f1() == 0);
  CHECK(result.macro_f1() == doctest::Approx(1.0 / 3));
  CHECK(result.right.rate() == doctest::Approx(0.5));
  CHECK(result.confusions.at({"a", "b"}) == 1);
  CHECK(score({}).macro_f1() == 0);
}

TEST_CASE("score: risks by category, any, tier and kind; false alarms apart") {
  const Score result = score({
      scored({"", "safety.suicide", {}, "explicit", "slang"}, "none", "safety.suicide"),
      scored({"", "safety.suicide", {}, "explicit", ""}, "none", "safety.abuse"),
      scored({"", "safety.suicide", {}, "indirect", "slang"}, "none"),
      scored({"", "help.gp", {}, "", "idiom"}, "help.gp", "safety.suicide"),
      scored({"", "help.gp", {}, "", "idiom"}, "help.gp"),
      scored({"", "help.gp", {"safety.suicide"}, "", ""}, "help.gp", "safety.suicide"),
  });
  CHECK(result.safety.category.hits == 1);
  CHECK(result.safety.any.hits == 2);
  CHECK(result.safety.any.all == 3);
  CHECK(result.safety_by_tier.at("explicit").any.hits == 2);
  CHECK(result.safety_by_tier.at("indirect").any.hits == 0);
  CHECK(result.safety_by_kind.at("slang").category.all == 2);
  CHECK(result.false_alarms.hits == 1);
  CHECK(result.false_alarms.all == 2);
  CHECK(result.false_alarms_by_kind.at("idiom").hits == 1);
}

}  // namespace waymark
