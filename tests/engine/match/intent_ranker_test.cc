#include "engine/match/intent_ranker.h"

#include <doctest/doctest.h>

#include "tests/fakes/small_language.h"
#include "tests/fakes/written_cues.h"

namespace waymark {
namespace {

enum : IntentIndex { kCost, kBook, kIntents };

const std::vector<std::string> kIds = {"help.cost", "help.book"};

// Matches with these scores, as the matcher gives them: best first.
MatchResult found(const std::vector<std::pair<IntentIndex, std::int32_t>>& scores) {
  MatchResult result;
  for (const auto& [intent, score] : scores) result.matches.push_back({intent, 0, {0, 1}, score});
  return result;
}

std::string marks_of(const MatchResult& match) {
  const std::vector<std::string> names = intent_mark_names(kIds);
  std::string all;
  for (const std::uint32_t mark : intent_marks(match, kIds.size())) {
    all += (all.empty() ? "" : " ") + names.at(mark);
  }
  return all;
}

struct Setting {
  Language language;
  IntentRanker ranker;

  Setting() {
    CueTable table = fakes::cue_table(3,
                                      {{"price", {{kCost, 400}}},
                                       {"book", {{kBook, 300}, {kCost, -50}}},
                                       {"^ hi", {{kIntents, 500}}},
                                       {"=help.cost:best", {{kCost, 300}}},
                                       {"=none", {{kIntents, 200}}}},
                                      language, intent_mark_names(kIds));
    table.set_bias(kIntents, 30);
    ranker = IntentRanker(std::move(table));
  }

  [[nodiscard]] std::vector<Reading> rank(std::string_view message,
                                          const MatchResult& match = {}) const {
    return ranker.rank(ranker.seen_in(fakes::atoms_of(language, message), match));
  }
};

}  // namespace

TEST_CASE("intent ranker: the marks of matches, by name") {
  struct Row {
    MatchResult match;
    std::string marks;
  };
  const Row rows[] = {
      {{}, "none"},
      {found({{kBook, 450}}), "help.book help.book:best"},
      {found({{kBook, 451}}), "help.book help.book:best help.book:450"},
      {found({{kCost, 700}}), "help.cost help.cost:best help.cost:450"},
      {found({{kCost, 701}}), "help.cost help.cost:best help.cost:450 help.cost:700"},
      {found({{kCost, 300}, {kBook, 200}}), "help.cost help.book help.cost:best"},
      {found({{kBook, 900}, {kCost, 800}}),
       "help.book help.cost help.book:best help.book:450 help.book:700"},
  };
  for (const Row& row : rows) CHECK(marks_of(row.match) == row.marks);
}

TEST_CASE("intent ranker: a match that was taken back leaves no mark") {
  MatchResult match;
  match.cancelled.push_back({{kCost, 0, {0, 1}, 900}, 1});
  CHECK(marks_of(match) == "none");
}

TEST_CASE("intent ranker: every mark has a name of its own") {
  const std::vector<std::string> names = intent_mark_names(kIds);
  CHECK(names.size() == 4 * kIds.size() + 1);
  CHECK(names.front() == "help.cost");
  CHECK(names[4] == "help.book");
  CHECK(names.back() == "none");
  CHECK(intent_mark_names({}) == std::vector<std::string>{"none"});
}

TEST_CASE("intent ranker: all intents and none of them, the likeliest first") {
  const Setting setting;
  struct Row {
    std::string message;
    MatchResult match;
    std::optional<IntentIndex> best;
    std::int32_t total;
  };
  const Row rows[] = {
      // 400 / sqrt(10 + 2); "=none" is the other cue
      {"price", {}, kCost, 115},
      // 200 / sqrt(11) + 30
      {"xyzzy", {}, std::nullopt, 90},
      {"book", {}, std::nullopt, 87},
      {"book the price", {}, kCost, 97},
      // 300 / sqrt(11)
      {"book", found({{kBook, 600}}), kBook, 90},
      // 700 / sqrt(12)
      {"price", found({{kCost, 600}}), kCost, 202},
      // 500 / sqrt(12) + 30
      {"hi", found({{kCost, 600}}), std::nullopt, 174},
  };
  for (const Row& row : rows) {
    CAPTURE(row.message);
    const std::vector<Reading> readings = setting.rank(row.message, row.match);
    REQUIRE(readings.size() == 3);
    CHECK(readings[0].intent == row.best);
    CHECK(readings[0].total == row.total);
    CHECK(readings[0].total >= readings[1].total);
    CHECK(readings[1].total >= readings[2].total);
  }
}

TEST_CASE("intent ranker: of equal readings the first intent leads, none of them comes last") {
  Language language;
  CueTable table = fakes::cue_table(3, {{"price", {}}}, language);
  const IntentRanker ranker(std::move(table));
  const std::vector<Reading> readings =
      ranker.rank(ranker.seen_in(fakes::atoms_of(language, "price"), {}));
  REQUIRE(readings.size() == 3);
  CHECK(readings[0].intent == kCost);
  CHECK(readings[1].intent == kBook);
  CHECK_FALSE(readings[2].intent.has_value());
}

TEST_CASE("intent ranker: a reading says what speaks for it and against it") {
  const Setting setting;
  const auto atoms = fakes::atoms_of(setting.language, "book at this price");
  const SeenCues cues = setting.ranker.seen_in(atoms, found({{kCost, 300}}));
  const auto cost = setting.ranker.reasons(cues, {kCost, 0}, 9);
  REQUIRE(cost.size() == 3);
  CHECK(cost[0].written == "price");
  CHECK(cost[1].written == "=help.cost:best");
  CHECK(cost[1].span == TokenSpan{0, 4});
  CHECK(cost[2].written == "book");
  CHECK(cost[2].share < 0);
  CHECK(setting.ranker.reasons(cues, {kCost, 0}, 1).size() == 1);
  CHECK(setting.ranker.reasons(cues, {std::nullopt, 0}, 9).empty());
  const auto none = setting.ranker.reasons(setting.ranker.seen_in(atoms, {}), {std::nullopt, 0}, 9);
  REQUIRE(none.size() == 1);
  CHECK(none[0].written == "=none");
}

TEST_CASE("intent ranker: without cues it is empty") {
  CHECK(IntentRanker().is_empty());
  CHECK(IntentRanker(CueTable(3)).is_empty());
  CHECK_FALSE(Setting().ranker.is_empty());
}

}  // namespace waymark
