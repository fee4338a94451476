#include "engine/text/london_time.h"

#include <doctest/doctest.h>

#include <string>

namespace waymark {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::sys_seconds;
using std::chrono::year;
using std::chrono::year_month_day;

// A date and a time of day, in UTC or in London.
struct Stamp {
  int y;
  unsigned m;
  unsigned d;
  int hour;
  int minute;
};

year_month_day date(const Stamp& at) { return {year(at.y), month(at.m), day(at.d)}; }

sys_seconds utc(const Stamp& at) {
  return sys_days(date(at)) + hours(at.hour) + minutes(at.minute);
}

LondonTime london(const Stamp& at) {
  return local_days(date(at)) + hours(at.hour) + minutes(at.minute);
}

TEST_CASE("london time: clocks show winter and summer time") {
  struct Row {
    std::string what;
    Stamp utc;
    Stamp shown;
  };
  const Row rows[] = {
      {"winter", {2026, 1, 15, 12, 0}, {2026, 1, 15, 12, 0}},
      {"summer", {2026, 7, 15, 12, 0}, {2026, 7, 15, 13, 0}},
      {"a summer's night is the next day", {2026, 7, 15, 23, 30}, {2026, 7, 16, 0, 30}},
      {"the last second but 59 of winter", {2026, 3, 29, 0, 59}, {2026, 3, 29, 0, 59}},
      {"clocks go forward", {2026, 3, 29, 1, 0}, {2026, 3, 29, 2, 0}},
      {"the last minute of summer", {2026, 10, 25, 0, 59}, {2026, 10, 25, 1, 59}},
      {"clocks go back", {2026, 10, 25, 1, 0}, {2026, 10, 25, 1, 0}},
      {"another year", {2027, 10, 31, 1, 0}, {2027, 10, 31, 1, 0}},
      {"far ahead", {2106, 2, 7, 6, 28}, {2106, 2, 7, 6, 28}},
      {"when summer time lasted all year", {1970, 1, 1, 0, 0}, {1970, 1, 1, 1, 0}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(london_time(utc(row.utc)) == london(row.shown));
  }
}

TEST_CASE("london time: a time on the wall is an instant") {
  struct Row {
    std::string what;
    Stamp shown;
    Stamp first;
    Stamp last;
  };
  const Row rows[] = {
      {"winter", {2026, 1, 15, 9, 0}, {2026, 1, 15, 9, 0}, {2026, 1, 15, 9, 0}},
      {"summer", {2026, 7, 15, 9, 0}, {2026, 7, 15, 8, 0}, {2026, 7, 15, 8, 0}},
      {"before the gap", {2026, 3, 29, 0, 59}, {2026, 3, 29, 0, 59}, {2026, 3, 29, 0, 59}},
      {"begin of the gap", {2026, 3, 29, 1, 0}, {2026, 3, 29, 1, 0}, {2026, 3, 29, 1, 0}},
      {"in the gap", {2026, 3, 29, 1, 30}, {2026, 3, 29, 1, 0}, {2026, 3, 29, 1, 0}},
      {"behind the gap", {2026, 3, 29, 2, 0}, {2026, 3, 29, 1, 0}, {2026, 3, 29, 1, 0}},
      {"before it repeats", {2026, 10, 25, 0, 59}, {2026, 10, 24, 23, 59}, {2026, 10, 24, 23, 59}},
      {"repeats at once", {2026, 10, 25, 1, 0}, {2026, 10, 25, 0, 0}, {2026, 10, 25, 1, 0}},
      {"repeats", {2026, 10, 25, 1, 30}, {2026, 10, 25, 0, 30}, {2026, 10, 25, 1, 30}},
      {"no longer repeats", {2026, 10, 25, 2, 0}, {2026, 10, 25, 2, 0}, {2026, 10, 25, 2, 0}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    CHECK(london_instant(london(row.shown), RepeatedHour::First) == utc(row.first));
    CHECK(london_instant(london(row.shown), RepeatedHour::Last) == utc(row.last));
  }
}

TEST_CASE("london time: every hour of two years comes back to itself") {
  for (sys_seconds at = utc({2026, 1, 1, 0, 0}); at < utc({2028, 1, 1, 0, 0}); at += hours(1)) {
    const LondonTime shown = london_time(at);
    const bool is_first = london_instant(shown, RepeatedHour::First) == at;
    const bool is_last = london_instant(shown, RepeatedHour::Last) == at;
    REQUIRE((is_first || is_last));
  }
}

}  // namespace
}  // namespace waymark
