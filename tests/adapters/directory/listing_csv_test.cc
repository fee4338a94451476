#include "adapters/directory/listing_csv.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

namespace waymark {

namespace {

constexpr std::string_view kHeader = "id,name,phone,online,nations,postcode,note\n";

ListingImport import_of(const std::string& text) {
  std::istringstream in(text);
  return read_listing_csv(in, "list.csv");
}

std::size_t refusals(const ListingImport& import) {
  return static_cast<std::size_t>(
      std::ranges::count(import.findings, true, &ImportFinding::is_refusal));
}

}  // namespace

TEST_CASE("listing CSV: a row becomes an entry, whatever the order and the line ends") {
  const ListingImport import = import_of(
      "\xEF\xBB\xBFName,ID,Phone,In_person,online,needs,languages,fee_low,fee_high,low_cost,"
      "registers,"
      "nations,place,postcode,latitude,longitude,note,last_verified\r\n"
      "\"Ash, Lane\",ash,01632 960100,yes,no,Grief; low mood,welsh,45,55.50,no,BACP; "
      "UKCP,wales,Cardiff,"
      "CF10 1AA,51.4812,-3.1791,\"two\r\nlines\",2026-11-22\r\n");
  CHECK(refusals(import) == 0);
  REQUIRE(import.listings.size() == 1);
  const Listing& entry = import.listings.front();
  CHECK(entry.list == "therapists");
  CHECK(entry.name == "Ash, Lane");
  CHECK(entry.in_person);
  CHECK_FALSE(entry.online);
  CHECK(entry.needs == std::vector<std::string>{"grief", "low_mood"});
  CHECK(entry.fee_low == 4500);
  CHECK(entry.fee_high == 5550);
  CHECK(entry.registers == std::vector<std::string>{"BACP", "UKCP"});
  CHECK(entry.outward == "CF10");
  CHECK(entry.at == MapPoint{51.48, -3.18});
  CHECK(entry.note == "two  lines");
}

TEST_CASE("listing CSV: a wrong row is told with its line and the rest is taken") {
  const ListingImport import = import_of(std::string(kHeader) +
                                         "a,A,01632 960100,yes,england,LS6,\n"
                                         "b,B,12,yes,england,LS6,\n"
                                         "c,C,01632 960102,yes,england,nowhere,\n"
                                         "d,D,01632 960103,yes\n"
                                         "a,E,01632 960104,yes,,,\n"
                                         "f,F,01632 960105,yes,,,\n");
  CHECK(import.listings.size() == 2);
  REQUIRE(refusals(import) == 4);
  std::vector<std::string> places;
  for (const ImportFinding& finding : import.findings) places.push_back(finding.place);
  CHECK(places == std::vector<std::string>{"list.csv:3", "list.csv:4", "list.csv:5", "list.csv:6"});
}

TEST_CASE(
    "listing CSV: a column that is not known is noted, a header that cannot be used refused") {
  const ListingImport unknown =
      import_of("id,name,phone,online,colour\na,A,01632 960100,yes,blue\n");
  CHECK(unknown.listings.size() == 1);
  CHECK(refusals(unknown) == 0);
  CHECK(unknown.findings.size() == 1);
  for (const char* text : {"", "name,phone\nA,1\n", "id,name,id\n"}) {
    CAPTURE(text);
    const ListingImport broken = import_of(text);
    CHECK(broken.listings.empty());
    CHECK(refusals(broken) == 1);
  }
}

TEST_CASE("listing CSV: what comes before a broken quote is kept") {
  const ListingImport import =
      import_of(std::string(kHeader) + "a,A,01632 960100,yes,,,\nb,\"B,01632 960101,yes,,,\n");
  CHECK(import.listings.size() == 1);
  CHECK(refusals(import) == 1);
}

}  // namespace waymark
