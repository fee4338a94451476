#include "adapters/directory/listing_fields.h"

#include <doctest/doctest.h>

namespace waymark {

namespace {

// Whether the field is taken, by a check of its own.
template <typename Check>
bool takes(const Check& check) {
  std::vector<ImportFinding> findings;
  ListingChecks checks("here", findings);
  check(checks);
  CHECK(checks.is_refused() == !findings.empty());
  return !checks.is_refused();
}

Listing good() {
  Listing listing;
  listing.id = "a";
  listing.name = "A";
  listing.phone = "01632 960100";
  listing.online = true;
  return listing;
}

}  // namespace

TEST_CASE("listing fields: phone numbers of the United Kingdom") {
  const auto is_phone = [](std::string_view text) {
    return takes([text](ListingChecks& checks) { (void)checks.phone(text); });
  };
  for (const char* text : {"01632 960100", "020 7946 0100", "(0113) 496 0000", "+44 113 496 0000",
                           "116 123", "111", "0800 000000", "07700 900123", ""}) {
    CAPTURE(text);
    CHECK(is_phone(text));
  }
  for (const char* text : {"12", "0049 30 123456", "+1 555 123 4567", "01632 960100 ext 4",
                           "call me", "1234567", "0", "+44"}) {
    CAPTURE(text);
    CHECK_FALSE(is_phone(text));
  }
}

TEST_CASE("listing fields: only https addresses of a site") {
  const auto is_url = [](std::string_view text) {
    return takes([text](ListingChecks& checks) { (void)checks.url(text); });
  };
  for (const char* text : {"https://example.org", "https://a.example.org/b?c=d#e", ""}) {
    CAPTURE(text);
    CHECK(is_url(text));
  }
  for (const char* text :
       {"http://example.org", "example.org", "javascript:alert(1)", "https://", "https://nowhere",
        "https://a b.example.org", "https://user@example.org", "https://example.org:8443",
        "https://example.org/\"x", "https://.example"}) {
    CAPTURE(text);
    CHECK_FALSE(is_url(text));
  }
}

TEST_CASE("listing fields: prices are pounds, kept in pence") {
  std::vector<ImportFinding> findings;
  ListingChecks checks("here", findings);
  CHECK(checks.pence("fee", "45") == 4500);
  CHECK(checks.pence("fee", "£47.50") == 4750);
  CHECK(checks.pence("fee", "0") == 0);
  CHECK(checks.pence("fee", "") == std::nullopt);
  CHECK_FALSE(checks.is_refused());
  for (const char* text : {"-1", "1001", "45 to 50", "free", "nan", "1e9"}) {
    CAPTURE(text);
    CHECK_FALSE(takes([text](ListingChecks& each) { (void)each.pence("fee", text); }));
  }
}

TEST_CASE("listing fields: points are rounded and lie in the United Kingdom") {
  std::vector<ImportFinding> findings;
  ListingChecks checks("here", findings);
  CHECK(checks.point("53.82345", "-1.57612") == MapPoint{53.82, -1.58});
  CHECK(checks.point("", "") == std::nullopt);
  CHECK_FALSE(checks.is_refused());
  CHECK_FALSE(takes([](ListingChecks& each) { (void)each.point("40.7", "-74.0"); }));
  CHECK_FALSE(takes([](ListingChecks& each) { (void)each.point("53.8", ""); }));
}

TEST_CASE("listing fields: of a postcode the first half is kept") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"LS6 3AB", "LS6"}, {"ls63ab", "LS6"}, {"LS6", "LS6"},       {"sw1a 1aa", "SW1A"},
      {"M1 1AE", "M1"},   {"EC1A", "EC1A"},  {" BT9 5AB ", "BT9"}, {"hello", ""},
      {"12345", ""},      {"", ""},          {"LS6 3", ""},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(outward_part(text) == expected);
  }
}

TEST_CASE("listing fields: dates, words and answers") {
  CHECK(takes([](ListingChecks& c) { (void)c.date("2026-02-28"); }));
  CHECK_FALSE(takes([](ListingChecks& c) { (void)c.date("2026-02-30"); }));
  CHECK_FALSE(takes([](ListingChecks& c) { (void)c.date("28/02/2026"); }));
  CHECK(takes([](ListingChecks& c) { CHECK(c.yes_no("online", "Yes")); }));
  CHECK(takes([](ListingChecks& c) { CHECK_FALSE(c.yes_no("online", "no")); }));
  CHECK_FALSE(takes([](ListingChecks& c) { (void)c.yes_no("online", "perhaps"); }));
  CHECK(takes([](ListingChecks& c) { (void)c.email("a@example.org"); }));
  CHECK_FALSE(takes([](ListingChecks& c) { (void)c.email("a@b@example.org"); }));
  CHECK(takes([](ListingChecks& c) { CHECK(c.text("note", " a\nb ", 9) == "a b"); }));
  CHECK_FALSE(takes([](ListingChecks& c) { (void)c.text("note", "abc", 2); }));
  CHECK_FALSE(takes([](ListingChecks& c) { (void)c.text("note", "\xFF", 9); }));
  CHECK(ids_in(" Low Mood; grief ;; ") == std::vector<std::string>{"low_mood", "grief"});
}

TEST_CASE("listing fields: an entry must have a name, a way to reach it and a way to meet") {
  const auto is_whole = [](const Listing& listing) {
    return takes([&listing](ListingChecks& checks) { checks.whole(listing); });
  };
  CHECK(is_whole(good()));
  const std::vector<void (*)(Listing&)> faults = {
      [](Listing& l) { l.id.clear(); },
      [](Listing& l) { l.name.clear(); },
      [](Listing& l) { l.phone.clear(); },
      [](Listing& l) { l.online = false; },
      [](Listing& l) { l.nations = {"cornwall"}; },
      [](Listing& l) {
        l.fee_low = 5000;
        l.fee_high = 4000;
      },
  };
  for (const auto& fault : faults) {
    Listing listing = good();
    fault(listing);
    CHECK_FALSE(is_whole(listing));
  }
}

TEST_CASE("listing fields: doubles are dropped with a finding at the later one") {
  Listing other_id = good();
  other_id.id = "b";
  Listing other = good();
  other.id = "c";
  other.name = "C";
  std::vector<Listing> listings = {good(), good(), other_id, other};
  std::vector<ImportFinding> findings;
  drop_doubles(listings, {"f:2", "f:3", "f:4", "f:5"}, findings);
  REQUIRE(listings.size() == 2);
  CHECK(listings[1].name == "C");
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].place == "f:3");
  CHECK(findings[1].place == "f:4");
}

}  // namespace waymark
