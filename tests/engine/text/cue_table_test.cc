#include "engine/text/cue_table.h"

#include <doctest/doctest.h>

#include "tests/fakes/small_language.h"
#include "tests/fakes/written_cues.h"

namespace waymark {
namespace {

using fakes::WrittenCue;
using Totals = std::vector<std::int32_t>;

// A language and the table of some cues over it.
struct Setting {
  Language language;
  CueTable table;

  explicit Setting(const std::vector<WrittenCue>& cues, std::size_t outcomes = 2) {
    language.classes["cash"] = {"{money}"};
    language.classes["pound"] = {"{money}"};
    language.classes["my"] = {std::string(kFunctionWords)};
    table = fakes::cue_table(outcomes, cues, language, {"met", "best"});
  }

  [[nodiscard]] Totals totals(std::string_view message,
                              const std::vector<std::uint32_t>& marks = {}) const {
    return table.totals(table.seen_in(fakes::atoms_of(language, message), marks));
  }

  [[nodiscard]] std::vector<CueShare> shares(std::string_view message, OutcomeIndex outcome,
                                             std::size_t most = 9) const {
    return table.shares(table.seen_in(fakes::atoms_of(language, message), {}), outcome, most);
  }
};

// Whether a message holds a cue.
bool holds(std::string_view message, const std::string& cue) {
  return Setting({{cue, {{0, 1000}}}}, 1).totals(message)[0] != 0;
}

std::expected<Cue, std::string> parsed(std::string_view written) {
  static Vocabulary words;
  static WordGroups groups;
  return parse_cue(written, words, groups, [](std::string_view name) {
    return name == "met" ? std::optional<std::uint32_t>(7) : std::nullopt;
  });
}

}  // namespace

TEST_CASE("cue: what is written gives its kind, and the same every time") {
  const std::pair<std::string_view, CueKind> rows[] = {
      {"afford", CueKind::Word},
      {"afford~", CueKind::Group},
      {"{money}", CueKind::Group},
      {"dep*", CueKind::Group},
      {"*epre*", CueKind::Group},
      {"*ion", CueKind::Group},
      {"how much", CueKind::Pair},
      {"^ hi", CueKind::Pair},
      {"bye $", CueKind::Pair},
      {"how much is", CueKind::Triple},
      {"book~ & cancel~", CueKind::Near},
      {"#0", CueKind::Length},
      {"#1", CueKind::Length},
      {"#64", CueKind::Length},
      {"=met", CueKind::Mark},
      {"?", CueKind::Word},
      {"=", CueKind::Word},
      {"caf\xC3\xA9", CueKind::Word},
  };
  for (const auto& [written, kind] : rows) {
    CAPTURE(written);
    const auto cue = parsed(written);
    REQUIRE(cue.has_value());
    CHECK(cue->kind == kind);
    CHECK(parsed(written) == cue);
  }
}

TEST_CASE("cue: other words make other cues, the order of near stems makes none") {
  CHECK(parsed("how much") != parsed("much how"));
  CHECK(parsed("afford") != parsed("afford~"));
  CHECK(parsed("^ hi") != parsed("hi $"));
  CHECK(parsed("#1") != parsed("#2"));
  CHECK(parsed("book~ & cancel~") == parsed("cancel~ & book~"));
}

TEST_CASE("cue: what is none says why, without full stop") {
  for (const std::string_view written : {"",
                                         "how much is it",
                                         " hi",
                                         "hi ",
                                         "how  much",
                                         " ",
                                         "#",
                                         "#3",
                                         "#65",
                                         "#128",
                                         "#-1",
                                         "# 1",
                                         "#one",
                                         "#99999999999",
                                         "=gone",
                                         "=met:best",
                                         "book & cancel",
                                         "book~ & cancel",
                                         "book~ & ",
                                         " & book~",
                                         "{money} & book~",
                                         "a~ & b~ & c~"}) {
    CAPTURE(written);
    const auto cue = parsed(written);
    REQUIRE_FALSE(cue.has_value());
    CHECK_FALSE(cue.error().empty());
    CHECK_FALSE(cue.error().ends_with('.'));
  }
}

TEST_CASE("cue table: which cues a message holds") {
  struct Row {
    std::string_view cue;
    std::string_view held;
    std::string_view not_held;
  };
  const Row rows[] = {
      {"cost", "the cost!", "costs"},
      {"cost~", "it costs", "a coast"},
      {"{money}", "ten pounds", "ten pence"},
      {"?", "why? no", "why"},
      {"how much", "so how much", "how is much"},
      {"how much is", "how much is it", "how much it is"},
      {"^ hi", "hi there", "oh hi"},
      {"bye $", "good bye", "bye now"},
      {"hours ?", "what hours?", "hours what?"},
      {". thanks", "no. thanks", "no thanks"},
      {"^ hi $", "hi", "hi you"},
      {"bye ? $", "bye?", "bye? bye"},
      {"book~ & cancel~", "cancel what i booked", "cancel it. i booked"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.cue);
    CHECK(holds(row.held, std::string(row.cue)));
    CHECK_FALSE(holds(row.not_held, std::string(row.cue)));
  }
}

TEST_CASE("cue table: stems are near each other within five words of a sentence") {
  const std::string near = "book~ & cancel~";
  CHECK(holds("booking cancelled", near));
  CHECK(holds("cancel a b c booking", near));
  CHECK_FALSE(holds("cancel a b c d booking", near));
  CHECK_FALSE(holds("cancel? booking", near));
  CHECK_FALSE(holds("booking booking", near));
  CHECK_FALSE(holds("my booking", "book~ & my~"));
}

TEST_CASE("cue table: the length of a message is one of eight classes") {
  struct Row {
    std::size_t words;
    std::string cue;
  };
  const Row rows[] = {{0, "#0"},   {1, "#1"},   {2, "#2"},   {3, "#4"},   {4, "#4"},
                      {5, "#8"},   {8, "#8"},   {9, "#16"},  {16, "#16"}, {17, "#32"},
                      {33, "#64"}, {64, "#64"}, {65, "#64"}, {200, "#64"}};
  for (const Row& row : rows) {
    CAPTURE(row.words);
    std::string message;
    for (std::size_t i = 0; i < row.words; ++i) message += "la ";
    for (const char* cue : {"#0", "#1", "#2", "#4", "#8", "#16", "#32", "#64"}) {
      CAPTURE(std::string(cue));
      CHECK(holds(message, cue) == (cue == row.cue));
    }
  }
}

TEST_CASE("cue table: totals are what the header says") {
  Setting setting({{"a", {{0, 100}, {1, -100}}},
                   {"b", {{0, 200}}},
                   {"c", {{0, 60}}},
                   {"d", {{0, 40}}},
                   {"e", {{1, 10}}},
                   {"f", {}}});
  const Totals plain = {0, 0};
  CHECK(setting.totals("") == plain);
  CHECK(setting.totals("xyzzy") == plain);
  // One cue: 100 / sqrt(10 + 1) = 30.15; fractions are cut.
  CHECK(setting.totals("a") == Totals{30, -30});
  // Two: 300 / sqrt(12) = 86.6 and -100 / sqrt(12) = -28.9. Unknown words are no cue.
  CHECK(setting.totals("a xyzzy b") == Totals{86, -28});
  // Six: 400 / sqrt(16) and -90 / sqrt(16). A cue that says nothing of an outcome counts as one.
  CHECK(setting.totals("a b c d e f") == Totals{100, -22});
}

TEST_CASE("cue table: each outcome starts from its bias, which is not damped") {
  Setting setting({{"a", {{0, 100}}}}, 3);
  setting.table.set_bias(0, -500);
  setting.table.set_bias(2, 12);
  CHECK(setting.totals("") == Totals{-500, 0, 12});
  CHECK(setting.totals("a") == Totals{-470, 0, 12});
}

TEST_CASE("cue table: a cue counts once however often it is there") {
  const Setting setting({{"sad", {{0, 100}}}, {"so sad", {{0, 50}}}, {"sad~", {{1, 70}}}});
  CHECK(setting.totals("sad sad sad") == setting.totals("sad"));
  CHECK(setting.totals("so sad so sad") == setting.totals("so sad"));
  CHECK(setting.shares("so sad, so sad", 0)[0].span == TokenSpan{1, 2});
}

TEST_CASE("cue table: marks are cues like others") {
  const Setting setting({{"=met", {{0, 100}}}, {"=best", {{1, 100}}}, {"a", {{1, 100}}}});
  CHECK(setting.totals("", {0}) == Totals{30, 0});
  CHECK(setting.totals("", {0, 0}) == Totals{30, 0});
  CHECK(setting.totals("a", {1}) == Totals{0, 57});  // 200 / sqrt(12)
  CHECK(setting.totals("a", {5}) == setting.totals("a"));
}

TEST_CASE("cue table: shares say which cues made a total, the strongest first") {
  const Setting setting({{"a", {{0, 40}}},
                         {"b", {{0, -200}, {1, 5}}},
                         {"c", {{0, 100}}},
                         {"d", {{1, 100}}},
                         {"a b", {{0, 2}}},
                         {"#4", {{0, -100}}}});
  const auto shares = setting.shares("a b c d", 0);
  REQUIRE(shares.size() == 4);  // 2 / sqrt(16) is nothing
  struct Row {
    std::string_view written;
    std::int32_t share;
    TokenSpan span;
    std::uint32_t line;
  };
  const Row rows[] = {
      {"b", -50, {1, 2}, 2}, {"c", 25, {2, 3}, 3}, {"#4", -25, {0, 4}, 6}, {"a", 10, {0, 1}, 1}};
  for (std::size_t i = 0; i < shares.size(); ++i) {
    CAPTURE(i);
    CHECK(shares[i].written == rows[i].written);
    CHECK(shares[i].share == rows[i].share);
    CHECK(shares[i].span == rows[i].span);
    CHECK(shares[i].place == SourcePlace{"cues.json", rows[i].line, 1});
  }
  CHECK(setting.totals("a b c d")[0] == -39);  // -158 / 4, with the 2 that no share shows
  CHECK(setting.shares("a b c d", 0, 2).size() == 2);
  CHECK(setting.shares("a b c d", 0, 0).empty());
  CHECK(setting.shares("xyzzy", 0).empty());
}

TEST_CASE("cue table: a cue is added once") {
  Setting setting({{"how much", {{0, 100}}}});
  const Cue cue = *parse_cue("how much", setting.language.vocabulary, setting.language.groups,
                             [](std::string_view) { return std::nullopt; });
  CHECK_FALSE(setting.table.add(cue, "how much", {}, std::vector<CueWeight>{{0, 900}}));
  CHECK(setting.table.size() == 1);
  CHECK(setting.totals("how much") == Totals{30, 0});
}

TEST_CASE("cue table: one without cues is empty") {
  CHECK(CueTable().is_empty());
  CHECK(CueTable(3).is_empty());
  CHECK(CueTable(3).outcomes() == 3);
  CHECK(CueTable(3).totals({}) == Totals{0, 0, 0});
  CHECK_FALSE(Setting(std::vector<WrittenCue>{{"a", {}}}).table.is_empty());
}

}  // namespace waymark
