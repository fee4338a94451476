#include "adapters/host/log.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <type_traits>

#include "tests/fakes/fixed_clock.h"

namespace waymark {

// What somebody typed comes as a string or a view of one: neither can be put into a field.
static_assert(!std::is_constructible_v<LogField, LogWord, std::string>);
static_assert(!std::is_constructible_v<LogField, LogWord, std::string_view>);
static_assert(!std::is_constructible_v<LogField, LogWord, const char*>);
static_assert(!std::is_constructible_v<LogWord, std::string>);
static_assert(!std::is_constructible_v<LogWord, const char*>);

TEST_CASE("log: one JSON object a line with typed fields") {
  const fakes::FixedClock clock;
  std::string lines;
  Log log(clock, [&lines](std::string_view line) { lines += line; });
  log.info(LogEvent::Listening, {{"port", 8080}, {"mode", "quiet"}});
  log.warning(LogEvent::AcceptPaused);
  log.error(LogEvent::PackRefused, {{"folder", std::filesystem::path("a b")}});
  CHECK(
      lines ==
      R"({"time":"2026-11-23T09:00:00Z","level":"info","event":"listening","port":8080,"mode":"quiet"})"
      "\n"
      R"({"time":"2026-11-23T09:00:00Z","level":"warning","event":"accept_paused"})"
      "\n"
      R"({"time":"2026-11-23T09:00:00Z","level":"error","event":"pack_refused","folder":"a b"})"
      "\n");
}

TEST_CASE("log: control and bidirectional characters cannot break a line") {
  const fakes::FixedClock clock;
  std::string lines;
  Log log(clock, [&lines](std::string_view line) { lines += line; });
  const Diagnostic problem{"WM1", Severity::Error, {"a\nb\x1B", 1, 2}, "x\r\xE2\x80\xAE", ""};
  log.warning(LogEvent::PackProblem, {{"problem", problem}});
  CHECK(std::ranges::count(lines, '\n') == 1);
  CHECK(lines.find('\x1B') == std::string::npos);
  CHECK(lines.find("\\u202e") != std::string::npos);
}

TEST_CASE("log: every event has a name") {
  for (int event = 0; event <= static_cast<int>(LogEvent::TurnFailed); ++event) {
    CHECK(name_of(static_cast<LogEvent>(event)) != "unknown");
  }
}

}  // namespace waymark
