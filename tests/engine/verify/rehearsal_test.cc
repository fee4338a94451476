#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "engine/api/rehearsal.h"
#include "tests/fakes/small_pack.h"

namespace waymark {

namespace {

constexpr UtcSeconds kNow{std::chrono::seconds(1'795'000'000)};

RehearsalReport play(const std::string& text) {
  return rehearse(*fakes::small_bundle(), {"talk.chat", "talk.chat", text}, {kNow, {}});
}

}  // namespace

TEST_CASE("rehearsal: a blank line begins a new conversation, notes are passed over") {
  const RehearsalReport report = play("# one\nuser: zzz\n\n# two\nuser: zzz\nuser: zzz\n");
  CHECK(report.talks.size() == 2);
  CHECK(report.turns() == 3);
  CHECK(report.failures() == 0);
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
      {"user: zzz\nlocale: en-GB\n", "WM701", 2},
      {"locale: cy\nuser: zzz\n", "WM701", 1},
      {"user: zzz\nslot: nation = wales\n", "WM703", 2},
      {"user: zzz\nbuttons: yes\n", "WM707", 2},
      {"bot: said.before.anything\n", "WM704", 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const RehearsalReport report = play(row.text);
    REQUIRE(report.failures() == 1);
    const Diagnostic& found = report.talks[0].failures[0].diagnostic;
    CHECK(found.code == row.code);
    CHECK(found.place == SourcePlace{"talk.chat", row.line, 1});
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
  CHECK(play("user: zzz\nnot~ words that nobody wrote\n").failures() == 0);
}

TEST_CASE("rehearsal: the session goes through what carries it, and must come back the same") {
  const BundlePtr bundle = fakes::small_bundle();
  const SourceFile file{"talk.chat", "talk.chat", "user: zzz\nuser: zzz\n"};
  std::size_t carried = 0;
  const RecordCarrier whole = [&carried](std::string_view record) {
    ++carried;
    return std::optional(std::string(record));
  };
  CHECK(rehearse(*bundle, file, {kNow, whole}).failures() == 0);
  CHECK_MESSAGE(carried == 3, "after the welcome and after each turn");
  const RecordCarrier lost = [](std::string_view) { return std::optional<std::string>(); };
  const RehearsalReport report = rehearse(*bundle, file, {kNow, lost});
  CHECK(report.failures() == 3);
  CHECK(report.talks[0].failures[0].diagnostic.code == "WM706");
}

TEST_CASE("rehearsal: reports of several files add up") {
  RehearsalReport report = play("user: what is ipt\n");
  const RehearsalReport other = play("user: how much is therapy\nintent: help.cost\n");
  const auto count = [](const RehearsalReport& of) { return std::ranges::count(of.covered, true); };
  const auto before = count(report);
  report.add(other);
  CHECK(report.talks.size() == 2);
  CHECK(report.checks() == 1);
  CHECK(count(report) > before);
}

}  // namespace waymark
