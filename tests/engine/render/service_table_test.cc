#include "engine/render/service_table.h"

#include <doctest/doctest.h>

#include <string_view>

namespace waymark {
namespace {

constexpr std::uint8_t kMonday = 1;
constexpr std::uint8_t kTuesday = 2;
constexpr std::uint8_t kWednesday = 4;
constexpr std::uint8_t kFriday = 16;
constexpr std::uint8_t kSaturday = 32;
constexpr std::uint8_t kSunday = 64;
constexpr std::uint8_t kWeekdays = 31;
constexpr std::uint8_t kEveryDay = 127;

constexpr std::uint16_t at(int hour, int minute = 0) {
  return static_cast<std::uint16_t>(hour * 60 + minute);
}

TEST_CASE("opening times: days are named in runs") {
  struct Row {
    std::uint8_t days;
    std::string_view text;
  };
  const Row rows[] = {
      {kEveryDay, "every day, 9am to 5pm"},
      {kWeekdays, "Monday to Friday, 9am to 5pm"},
      {kSaturday | kSunday, "Saturday and Sunday, 9am to 5pm"},
      {kMonday, "Monday, 9am to 5pm"},
      {kSunday, "Sunday, 9am to 5pm"},
      {kMonday | kWednesday | kFriday, "Monday, Wednesday, Friday, 9am to 5pm"},
      {kMonday | kTuesday | kFriday | kSaturday,
       "Monday and Tuesday, Friday and Saturday, 9am to 5pm"},
      {kWeekdays | kSunday, "Monday to Friday, Sunday, 9am to 5pm"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(hours_text({{row.days, at(9), at(17)}}) == row.text);
  }
}

TEST_CASE("opening times: times are written in the style of the NHS") {
  struct Row {
    std::uint16_t from;
    std::uint16_t to;
    std::string_view text;
  };
  const Row rows[] = {
      {at(9), at(17), "Monday, 9am to 5pm"},
      {at(9, 30), at(17, 45), "Monday, 9:30am to 5:45pm"},
      {at(8, 5), at(11, 59), "Monday, 8:05am to 11:59am"},
      {at(0), at(12), "Monday, midnight to midday"},
      {at(12), at(24), "Monday, midday to midnight"},
      {at(0), at(24), "Monday, all day"},
      {at(12, 30), at(0, 30), "Monday, 12:30pm to 12:30am"},
      {at(18), at(2), "Monday, 6pm to 2am"},
      {at(1), at(13), "Monday, 1am to 1pm"},
      {at(23, 59), at(0), "Monday, 11:59pm to midnight"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(hours_text({{kMonday, row.from, row.to}}) == row.text);
  }
}

TEST_CASE("opening times: several are parted by semicolons, none is nothing") {
  CHECK(hours_text({{kWeekdays, at(9), at(17)}, {kSaturday, at(10), at(14)}}) ==
        "Monday to Friday, 9am to 5pm; Saturday, 10am to 2pm");
  CHECK(hours_text({}).empty());
}

TEST_CASE("service table: a service is found by its number") {
  Service first;
  first.id = ServiceId{"listeners"};
  Service second;
  second.id = ServiceId{"doctors"};
  const ServiceTable services({first, second});
  CHECK(services.at(ServiceIndex{0}).id.value == "listeners");
  CHECK(services.at(ServiceIndex{1}).id.value == "doctors");
  CHECK(services.all().size() == 2);
}

}  // namespace
}  // namespace waymark
