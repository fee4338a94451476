#include "engine/render/opening.h"

#include <doctest/doctest.h>

#include <string>

namespace waymark {
namespace {

using std::chrono::day;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

// Bits of days.
constexpr std::uint8_t kMonday = 1;
constexpr std::uint8_t kFriday = 16;
constexpr std::uint8_t kSunday = 64;
constexpr std::uint8_t kMonToThu = 15;
constexpr std::uint8_t kWeekdays = 31;
constexpr std::uint8_t kWeekend = 96;
constexpr std::uint8_t kDaily = 127;

constexpr std::uint16_t at(int hour, int minute = 0) {
  return static_cast<std::uint16_t>(hour * 60 + minute);
}

// A time in November 2026, where London's clocks show UTC; the 23rd is a Monday.
UtcSeconds november(unsigned date, int hour, int minute = 0) {
  return sys_days(year_month_day(year(2026), month(11), day(date))) + hours(hour) + minutes(minute);
}

UtcSeconds utc(unsigned in_month, unsigned date, int hour, int minute = 0) {
  return sys_days(year_month_day(year(2026), month(in_month), day(date))) + hours(hour) +
         minutes(minute);
}

LondonTime shown(unsigned in_month, unsigned date, int hour, int minute = 0) {
  return local_days(year_month_day(year(2026), month(in_month), day(date))) + hours(hour) +
         minutes(minute);
}

Service service_with(std::vector<OpeningTime> times) {
  Service service;
  service.hours = std::move(times);
  return service;
}

struct Row {
  std::string what;
  std::vector<OpeningTime> times;
  UtcSeconds now;
  std::optional<LondonTime> opens;  // nothing: it is open
};

void check_rows(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.what);
    const Opening opening = opening_of(service_with(row.times), row.now);
    CHECK(opening.state == (row.opens ? OpenState::Closed : OpenState::Open));
    CHECK(opening.opens == row.opens);
  }
}

TEST_CASE("opening: days and times") {
  const std::vector<OpeningTime> office = {{kWeekdays, at(9), at(17)}};
  check_rows({
      {"just before", office, november(23, 8, 59), shown(11, 23, 9)},
      {"from the minute it opens", office, november(23, 9), {}},
      {"in the middle", office, november(23, 12, 30), {}},
      {"the last minute", office, november(23, 16, 59), {}},
      {"closed on the minute", office, november(23, 17), shown(11, 24, 9)},
      {"over the weekend", office, november(27, 17), shown(11, 30, 9)},
      {"on a Saturday", office, november(28, 12), shown(11, 30, 9)},
      {"on a Sunday night", office, november(29, 23, 59), shown(11, 30, 9)},
      {"once a week, a week on", {{kMonday, at(9), at(17)}}, november(23, 17), shown(11, 30, 9)},
      {"a pause at noon",
       {{kDaily, at(9), at(12)}, {kDaily, at(13), at(17)}},
       november(23, 12, 15),
       shown(11, 23, 13)},
      {"the earlier of two days",
       {{kFriday, at(9), at(10)}, {kMonToThu, at(15), at(20)}},
       november(23, 8),
       shown(11, 23, 15)},
  });
}

TEST_CASE("opening: past midnight") {
  const std::vector<OpeningTime> night = {{kMonToThu, at(18), at(2)}};
  const std::vector<OpeningTime> evening = {{kDaily, at(17), at(24)}};
  const std::vector<OpeningTime> weekend = {{kMonToThu, at(18), at(2)},
                                            {kFriday, at(18), at(24)},
                                            {kWeekend, at(0), at(24)},
                                            {kMonday, at(0), at(6)}};
  check_rows({
      {"before midnight", night, november(23, 23, 59), {}},
      {"after midnight", night, november(24, 1, 59), {}},
      {"closed at two", night, november(24, 2), shown(11, 24, 18)},
      {"Friday's first hours belong to Thursday", night, november(27, 1), {}},
      {"not so Monday's", night, november(23, 1), shown(11, 23, 18)},
      {"until midnight", evening, november(23, 23, 59), {}},
      {"from midnight on", evening, november(24, 0), shown(11, 24, 17)},
      {"the whole day round", {{kDaily, at(9), at(9)}}, november(24, 3), {}},
      {"from midnight", {{kSunday, at(0), at(6)}}, november(28, 23, 59), shown(11, 29, 0)},
      {"a long weekend, Friday evening", weekend, november(27, 20), {}},
      {"a long weekend, Saturday's first minute", weekend, november(28, 0), {}},
      {"a long weekend, Sunday", weekend, november(29, 15), {}},
      {"a long weekend, Monday at five", weekend, november(23, 5), {}},
      {"a long weekend, Monday at six", weekend, november(23, 6), shown(11, 23, 18)},
      {"a long weekend, Friday at noon", weekend, november(27, 12), shown(11, 27, 18)},
      {"beyond the end of a day", {{kMonday, at(24), at(3)}}, november(24, 2), {}},
  });
}

TEST_CASE("opening: summer time") {
  const std::vector<OpeningTime> office = {{kDaily, at(9), at(17)}};
  check_rows({
      {"nine in summer is eight in UTC", office, utc(7, 15, 8), {}},
      {"a minute before", office, utc(7, 15, 7, 59), shown(7, 15, 9)},
      {"five in summer is four in UTC", office, utc(7, 15, 16), shown(7, 16, 9)},
      {"after midnight in London is the next day", office, utc(7, 15, 23, 30), shown(7, 16, 9)},
      {"the evening before clocks go forward", office, utc(3, 28, 20), shown(3, 29, 9)},
      {"the first morning of summer", office, utc(3, 29, 8), {}},
      {"the first morning of winter", office, utc(10, 25, 8), shown(10, 25, 9)},
  });
}

TEST_CASE("opening: the night on which clocks go forward") {
  const std::vector<OpeningTime> night = {{kDaily, at(18), at(2)}};
  check_rows({
      {"the minute before clocks skip", night, utc(3, 29, 0, 59), {}},
      {"two o'clock comes an hour early", night, utc(3, 29, 1), shown(3, 29, 18)},
      {"closing in the hour that is skipped", {{kDaily, at(18), at(1, 30)}}, utc(3, 29, 0, 59), {}},
      {"opening in the hour that is skipped",
       {{kDaily, at(1, 30), at(6)}},
       utc(3, 29, 0, 59),
       shown(3, 29, 2)},
      {"open once it is skipped", {{kDaily, at(1, 30), at(6)}}, utc(3, 29, 1), {}},
      {"a service that would open and close in it stays closed",
       {{kDaily, at(1, 10), at(1, 50)}},
       utc(3, 29, 1),
       shown(3, 30, 1, 10)},
  });
}

TEST_CASE("opening: the night on which clocks go back") {
  const std::vector<OpeningTime> night = {{kDaily, at(18), at(2)}};
  const std::vector<OpeningTime> half_past = {{kDaily, at(18), at(1, 30)}};
  const std::vector<OpeningTime> morning = {{kDaily, at(1, 30), at(6)}};
  check_rows({
      {"the hour that repeats, first time", night, utc(10, 25, 0, 30), {}},
      {"the hour that repeats, second time", night, utc(10, 25, 1, 30), {}},
      {"two o'clock comes once", night, utc(10, 25, 2), shown(10, 25, 18)},
      {"closing at the first half past one", half_past, utc(10, 25, 0, 30), shown(10, 25, 18)},
      {"and still closed when it is half past one again", half_past, utc(10, 25, 1, 15),
       shown(10, 25, 18)},
      {"not yet open at the first half past one", morning, utc(10, 25, 0, 45),
       shown(10, 25, 1, 30)},
      {"open at the second", morning, utc(10, 25, 1, 30), {}},
      {"a service that may be closed in both stays closed",
       {{kDaily, at(1, 10), at(1, 50)}},
       utc(10, 25, 1, 15),
       shown(10, 26, 1, 10)},
  });
}

TEST_CASE("opening: day and night, and hours that nobody knows") {
  Service always;
  always.always_open = true;
  CHECK(opening_of(always, november(23, 3)).state == OpenState::Open);
  CHECK(opening_of(Service{}, november(23, 3)).state == OpenState::Unknown);
  CHECK_FALSE(opening_of(Service{}, november(23, 3)).opens.has_value());
}

// Services 0 and 1 are always open, 2 has unknown hours, 3 and 4 are open on weekdays.
ServiceTable plan_services() {
  Service always;
  always.always_open = true;
  const Service office = service_with({{kWeekdays, at(9), at(17)}});
  return ServiceTable({always, always, Service{}, office, office});
}

// Parts as letters and digits: "a" is a text, "0" a contact.
std::vector<PartSpec> parts_of(std::string_view written) {
  std::vector<PartSpec> parts;
  for (const char c : written) {
    if (c >= '0' && c <= '9') {
      parts.emplace_back(ContactSpec{static_cast<ServiceIndex>(c - '0')});
    } else {
      parts.emplace_back(TextSpec{static_cast<PromptIndex>(c)});
    }
  }
  return parts;
}

std::string written_as(const std::vector<PartSpec>& parts) {
  std::string written;
  for (const PartSpec& part : parts) {
    if (const auto* contact = std::get_if<ContactSpec>(&part)) {
      written += static_cast<char>('0' + static_cast<int>(contact->service));
    } else {
      written += static_cast<char>(std::get<TextSpec>(part).prompt);
    }
  }
  return written;
}

TEST_CASE("opening: what is open now comes first in a plan") {
  struct PlanRow {
    std::string what;
    std::string plan;
    std::string at_night;
  };
  const PlanRow rows[] = {
      {"nothing is closed", "a0b12c", "a0b12c"},
      {"within a run", "a301", "a013"},
      {"closed ones keep their order", "a43021", "a02143"},
      {"unknown hours are not closed", "a32", "a23"},
      {"a run of closed ones goes behind", "a0b34c1d", "a0c1b34d"},
      {"with its own text alone", "a0bc3d1", "a0bd1c3"},
      {"two such runs keep their order", "a0b3c4d1e", "a0d1b3c4e"},
      {"nothing open comes after it", "a0b3cd", "a0b3cd"},
      {"the first text stays first", "a3b0", "ab03"},
      {"no contacts", "abc", "abc"},
      {"contacts alone", "30", "03"},
      {"nothing is open", "a3b4", "a3b4"},
      {"nothing", "", ""},
  };
  const ServiceTable services = plan_services();
  for (const PlanRow& row : rows) {
    CAPTURE(row.what);
    const std::vector<PartSpec> parts = parts_of(row.plan);
    CHECK(written_as(open_first(parts, services, november(23, 3))) == row.at_night);
    CHECK(written_as(open_first(parts, services, november(23, 12))) == row.plan);
  }
}

}  // namespace
}  // namespace waymark
