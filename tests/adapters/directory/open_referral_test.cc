#include "adapters/directory/open_referral.h"

#include <doctest/doctest.h>

namespace waymark {

namespace {

constexpr std::string_view kService = R"json({
 "id": "ac148810-d857-441c-9679-408f346de14b", "name": "Talking in Bangor", "status": "active",
 "description": "Counselling for adults. We see people in two places.",
 "url": "https://talking.example.org", "email": "hello@talking.example.org",
 "assured_date": "2026-10-01T00:00:00Z",
 "organization": {"id": "o", "name": "Talking Wales", "website": "https://example.org"},
 "contacts": [{"id": "c", "phones": [{"id": "p", "number": "01632 960111"}]}],
 "languages": [{"id": "l", "code": "cy", "name": "Welsh"}, {"id": "m", "code": "bfi"},
               {"id": "n", "code": "so", "name": "Somali"}],
 "cost_options": [{"id": "1", "amount": 40, "currency": "GBP"}, {"id": "2", "amount": "0"},
                  {"id": "3", "amount": 90, "currency": "EUR"}],
 "attributes": [{"id": "a", "taxonomy_term": {"id": "t", "name": "Bereavement support"}},
                {"id": "b", "taxonomy_term": {"id": "u", "name": "Anxiety"}}],
 "service_at_locations": [
  {"id": "x", "location": {"id": "y", "location_type": "physical", "latitude": 53.2274,
    "longitude": -4.1293, "addresses": [{"id": "z", "city": "Bangor", "postal_code": "LL57 1AA",
    "state_province": "Wales", "country": "GB"}]}},
  {"id": "v", "location": {"id": "w", "location_type": "virtual"}}]
})json";

ListingImport import_of(const std::string& json) {
  return read_open_referral(json, "file.json", "services");
}

}  // namespace

TEST_CASE("Open Referral: a service with all that it links to becomes an entry") {
  const ListingImport import = import_of(std::string(kService));
  REQUIRE(import.listings.size() == 1);
  const Listing& entry = import.listings.front();
  CHECK(entry.list == "services");
  CHECK(entry.name == "Talking in Bangor");
  CHECK(entry.kind == "Talking Wales");
  CHECK(entry.phone == "01632 960111");
  CHECK(entry.url == "https://talking.example.org");
  CHECK(entry.in_person);
  CHECK(entry.online);
  CHECK(entry.at == MapPoint{53.23, -4.13});
  CHECK(entry.place == "Bangor");
  CHECK(entry.outward == "LL57");
  CHECK(entry.nations == std::vector<std::string>{"wales"});
  CHECK(entry.languages == std::vector<std::string>{"welsh", "bsl", "somali"});
  CHECK(entry.needs == std::vector<std::string>{"grief", "anxiety"});
  CHECK(entry.fee_low == 0);
  CHECK(entry.fee_high == 4000);
  CHECK(entry.low_cost);
  CHECK(entry.last_verified == "2026-10-01");
  REQUIRE(import.findings.size() == 1);  // the price in euros
  CHECK_FALSE(import.findings.front().is_refusal);
}

TEST_CASE("Open Referral: pages of the API, old and new, and plain lists") {
  for (const char* shape :
       {R"({"total_items": 1, "contents": [%]})", R"({"content": [%]})", "[%]"}) {
    std::string json = shape;
    json.replace(json.find('%'), 1, kService);
    CHECK(import_of(json).listings.size() == 1);
  }
}

TEST_CASE("Open Referral: what is wrong is told at its JSON pointer") {
  const std::string good(kService);
  std::string defunct = good;
  defunct.replace(defunct.find("active"), 6, "defunct");
  const ListingImport import = import_of(R"({"contents": [)" + good + "," + defunct + ",7," + good +
                                         "," + R"({"id": "q"})" + "]}");
  CHECK(import.listings.size() == 1);
  std::vector<std::string> places;
  for (const ImportFinding& finding : import.findings) {
    const bool is_new = places.empty() || places.back() != finding.place;
    if (finding.is_refusal && is_new) places.push_back(finding.place);
  }
  CHECK(places == std::vector<std::string>{"file.json#/contents/1", "file.json#/contents/2",
                                           "file.json#/contents/4", "file.json#/contents/3"});
}

TEST_CASE("Open Referral: broken, foreign and deep files give a finding and no entry") {
  const std::string deep = std::string(200, '[') + std::string(200, ']');
  for (const std::string& text : {std::string("{"), std::string("7"), std::string("{}"), deep}) {
    CAPTURE(text);
    const ListingImport import = import_of(text);
    CHECK(import.listings.empty());
    CHECK(import.findings.size() <= 1);
  }
  CHECK(import_of("{").findings.size() == 1);
}

TEST_CASE("Open Referral: members of other kinds than expected are passed over") {
  const ListingImport import = import_of(
      R"({"id": 5, "name": [], "phones": 3, "languages": "cy", "service_at_locations": {"a": 1},
          "cost_options": [null], "attributes": [[]], "organization": "x"})");
  CHECK(import.listings.empty());
  CHECK_FALSE(import.findings.empty());
}

}  // namespace waymark
