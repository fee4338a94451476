#include <doctest/doctest.h>

#include "engine/compile/builders.h"
#include "engine/turn/bundle.h"
#include "tests/fakes/pack_fault.h"
#include "tests/fakes/small_pack.h"

namespace waymark {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

const Service& service_of(const Bundle& bundle, std::string_view id) {
  for (const Service& service : bundle.services.all()) {
    if (service.id.value == id) return service;
  }
  FAIL("no such service");
  return bundle.services.all().front();
}

}  // namespace

TEST_CASE("service builder: facts as they were written") {
  const BundlePtr bundle = fakes::small_bundle();
  const Service& samaritans = service_of(*bundle, "samaritans");
  CHECK(samaritans.name == "Samaritans");
  CHECK(samaritans.phone == "116 123");
  CHECK(samaritans.url == "https://www.samaritans.org");
  CHECK(samaritans.always_open);
  CHECK(samaritans.cost == "free");
  REQUIRE(samaritans.note.has_value());
  CHECK(bundle->locales.front()->prompts.label(*samaritans.note) ==
        "Somebody listens day and night.");
  CHECK(samaritans.last_verified == fakes::kToday);
  const Service& shout = service_of(*bundle, "shout");
  CHECK(shout.sms == "85258");
  CHECK(shout.sms_text == "SHOUT");
  CHECK(shout.phone.empty());
  CHECK_FALSE(shout.note.has_value());
}

TEST_CASE("service builder: days and times") {
  struct Row {
    std::string days;
    std::string from;
    std::string to;
    std::uint8_t bits;
    std::uint16_t first;
    std::uint16_t last;
  };
  const Row rows[] = {
      {"mon-fri", "09:00", "17:00", 0b0011111, 540, 1020},
      {"daily", "00:00", "24:00", 0b1111111, 0, 1440},
      {"sat,sun", "22:00", "02:00", 0b1100000, 1320, 120},
      {"wed", "10:30", "12:05", 0b0000100, 630, 725},
      {"fri-mon", "08:00", "09:00", 0b1110001, 480, 540},
      {"mon,wed-fri", "08:00", "09:00", 0b0011101, 480, 540},
  };
  for (const Row& row : rows) {
    CAPTURE(row.days);
    const CompileResult result =
        fakes::SmallPack()
            .replace(
                "services.json", "\"mon-fri\", \"from\": \"09:00\", \"to\": \"17:00\"",
                '"' + row.days + "\", \"from\": \"" + row.from + "\", \"to\": \"" + row.to + '"')
            .compile();
    REQUIRE(result.bundle != nullptr);
    const OpeningTime& time = service_of(*result.bundle, "clinic").hours[0];
    CHECK(time.days == row.bits);
    CHECK(time.from == row.first);
    CHECK(time.to == row.last);
  }
}

TEST_CASE("service builder: hours that are none") {
  const std::string path = "services.json";
  fakes::check_faults({
      {"no day", path, "\"mon-fri\"", "\"weekdays\"", "WM606", "weekdays"},
      {"half a span", path, "\"mon-fri\"", "\"mon-\"", "WM606", "mon-\""},
      {"a comma too many", path, "\"mon-fri\"", "\"mon,,tue\"", "WM606", "mon,,tue"},
      {"no time", path, "\"09:00\"", "\"9am\"", "WM606", "9am"},
      {"no minutes", path, "\"17:00\"", "\"17\"", "WM606", "17\"}"},
      {"sixty minutes", path, "\"17:00\"", "\"17:60\"", "WM606", "17:60"},
      {"after midnight", path, "\"17:00\"", "\"25:00\"", "WM606", "25:00"},
      {"half past twenty-four", path, "\"17:00\"", "\"24:30\"", "WM606", "24:30"},
  });
}

TEST_CASE("service builder: numbers and addresses that are none") {
  const std::string path = "services.json";
  const std::string phone = "\"phone\": \"116 123\"";
  fakes::check_faults({
      {"words for a number", path, phone, "\"phone\": \"call us\"", "WM604", "call us"},
      {"signs in a number", path, phone, "\"phone\": \"(116) 123\"", "WM604", "(116) 123"},
      {"too few digits", path, phone, "\"phone\": \"11\"", "WM604", "11\", \"url\""},
      {"too many digits", path, phone, "\"phone\": \"0123456789012345\"", "WM604",
       "0123456789012345"},
      {"a text number", path, "\"85258\"", "\"SHOUT\"", "WM604", "SHOUT\", \"sms_text\""},
      {"an open address", path, "https://www.samaritans.org", "http://www.samaritans.org", "WM603",
       "http://"},
      {"no scheme", path, "https://www.samaritans.org", "www.samaritans.org", "WM603", "www."},
      {"no way to reach it", path, "\"url\": \"https://clinic.example\", ", "", "WM110",
       "clinic\", \"name\""},
      {"a note that is not there", path, "service.samaritans.note", "service.samaritans.not",
       "WM201", "service.samaritans.not"},
  });
}

TEST_CASE("service builder: facts are good for a year") {
  fakes::SmallPack pack;
  pack.replace("services.json", "\"test page\", \"last_verified\": \"2026-11-22\"",
               "\"test page\", \"last_verified\": \"2026-01-10\"");
  const year_month_day last{year(2027), month(1), day(10)};
  const year_month_day after{year(2027), month(1), day(11)};
  CHECK(pack.compile(last).bundle != nullptr);
  const CompileResult result = pack.compile(after);
  CHECK(result.bundle == nullptr);
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].code == "WM601");
  CHECK(result.diagnostics[0].place == pack.place_of("services.json", "2026-01-10"));
}

TEST_CASE("service builder: a pack may want its facts to be younger") {
  fakes::SmallPack pack;
  pack.replace("pack.json", "\"version\"", "\"facts_last_days\": 90, \"version\"");
  const std::chrono::sys_days checked(fakes::kToday);
  CHECK(pack.compile(checked + std::chrono::days(90)).bundle != nullptr);
  const CompileResult result = pack.compile(checked + std::chrono::days(91));
  CHECK(result.bundle == nullptr);
  CHECK(result.diagnostics.size() == 5);
  for (const Diagnostic& diagnostic : result.diagnostics) CHECK(diagnostic.code == "WM601");
}

TEST_CASE("service builder: a pack cannot make facts last longer") {
  for (const std::string days : {"0", "366", "1.5", "-1"}) {
    CAPTURE(days);
    fakes::check_faults(
        {{"a limit", "pack.json", "\"version\"", "\"facts_last_days\": " + days + ", \"version\"",
          "WM113", days + ", \"version\""}});
  }
}

TEST_CASE("service builder: a fact is not checked in the future") {
  fakes::SmallPack pack;
  pack.replace("services.json", "\"test page\", \"last_verified\": \"2026-11-22\"",
               "\"test page\", \"last_verified\": \"2026-11-23\"");
  CHECK(pack.compile(std::chrono::sys_days(fakes::kToday) + std::chrono::days(1)).bundle !=
        nullptr);
  const CompileResult result = pack.compile();
  CHECK(result.bundle == nullptr);
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].code == "WM609");
  CHECK(result.diagnostics[0].place == pack.place_of("services.json", "2026-11-23"));
}

TEST_CASE("service builder: a service serves nations that there are") {
  const std::string path = "services.json";
  const std::string written = "\"nations\": [\"scotland\"]";
  fakes::check_faults({
      {"no such nation", path, written, "\"nations\": [\"scotlnd\"]", "WM608", "scotlnd"},
      {"one of two", path, written, "\"nations\": [\"wales\", \"cornwall\"]", "WM608", "cornwall"},
      {"all and one more", path, written, "\"nations\": [\"wales\", \"all\"]", "WM608",
       "all\"], \"audience\": \"adults"},
      {"none", path, written, "\"nations\": []", "WM608", "clinic\", \"name"},
  });
}

TEST_CASE("service builder: dates that are none") {
  for (const std::string written : {"2026-02-30", "22.11.2026", "2026-11", "2026-13-01", "soon"}) {
    CAPTURE(written);
    fakes::check_faults({{"a date", "services.json", "\"last_verified\": \"2026-11-22\"",
                          "\"last_verified\": \"" + written + '"', "WM607", written}});
  }
}

TEST_CASE("service builder: a written date") {
  CHECK(parse_date("2026-11-22") == fakes::kToday);
  CHECK(parse_date("2028-02-29") == year_month_day(year(2028), month(2), day(29)));
  for (const char* text :
       {"", "2027-02-29", "2026/11/22", "2026-1-22", "2026-11-2x", "-026-11-22", "2026-11-22 "}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(parse_date(text).has_value());
  }
}

}  // namespace waymark
