#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "engine/api/rehearsal.h"
#include "tests/fakes/small_pack.h"

namespace waymark {

namespace {

constexpr UtcSeconds kNow{std::chrono::seconds(1'795'000'000)};

RehearsalReport play(const std::string& text) {
  return rehearse(*fakes::small_bundle(), {"talk.chat", "talk.chat", text}, kNow);
}

}  // namespace

TEST_CASE("rehearsal: a blank line begins a new conversation, notes are passed over") {
  const RehearsalReport report = play("# one\nuser: zzz\n\n# two\nuser: zzz\nuser: zzz\n");
  CHECK(report.conversations == 2);
  CHECK(report.turns == 3);
  CHECK(report.failures.empty());
}

TEST_CASE("rehearsal: what does not hold is reported with its code and line") {
  struct Row {
    std::string text;
    std::string code;
    std::uint32_t line;
  };
  const std::vector<Row> rows = {
      {"user: zzz\nshout: hello\n", "WM701", 2},
      {"user: zzz\n# note\nchoose: no_such_choice\n", "WM702", 3},
      {"user: zzz\nintent: help.cost\n", "WM703", 2},
      {"user: zzz\nsafety: safety.suicide\n", "WM703", 2},
      {"user: zzz\nbot: no.such.prompt\n", "WM704", 2},
      {"user: zzz\nbot~ words that nobody wrote\n", "WM705", 2},
      {"bot: said.before.anything\n", "WM704", 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const RehearsalReport report = play(row.text);
    REQUIRE(report.failures.size() == 1);
    CHECK(report.failures[0].code == row.code);
    CHECK(report.failures[0].place == SourcePlace{"talk.chat", row.line, 1});
  }
}

TEST_CASE("rehearsal: each turn is kept with its line, its reply and the nodes it went through") {
  const RehearsalReport report =
      play("# note\nuser: thanks\nbot: chat.thanks.reply\nchoose: none\n");
  REQUIRE(report.played.size() == 1);
  CHECK(report.played[0].line == 2);
  CHECK(report.played[0].visitor == "user: thanks");
  CHECK(!report.played[0].reply.parts.empty());
  REQUIRE(!report.played[0].path.empty());
  CHECK(report.played[0].path[0].starts_with("chat.thanks/"));
}

TEST_CASE("rehearsal: words that must not be there are found") {
  CHECK(play("user: zzz\nnot~ words that nobody wrote\n").failures.empty());
}

}  // namespace waymark
