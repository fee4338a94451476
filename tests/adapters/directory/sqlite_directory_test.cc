#include "adapters/directory/sqlite_directory.h"

#include <doctest/doctest.h>

#include <thread>

#include "adapters/directory/directory_file.h"
#include "tests/fakes/temporary_folder.h"

namespace waymark {

namespace {

constexpr MapPoint kLeeds{53.80, -1.55};

Listing entry(const std::string& name, const std::string& nation) {
  Listing listing;
  listing.id = name;
  listing.name = name;
  listing.phone = "01632 960100";
  if (!nation.empty()) listing.nations = {nation};
  return listing;
}

Listing in_person(const std::string& name, const std::string& nation, MapPoint at) {
  Listing listing = entry(name, nation);
  listing.in_person = true;
  listing.at = at;
  return listing;
}

std::vector<Listing> listings() {
  Listing near = in_person("near", "england", {53.82, -1.57});
  near.needs = {"grief"};
  near.fee_low = 4000;
  near.fee_high = 5000;
  Listing york = in_person("york", "england", {53.96, -1.08});
  york.online = true;
  york.fee_low = 7000;
  Listing cardiff = in_person("cardiff", "wales", {51.48, -3.18});
  cardiff.languages = {"welsh", "english"};
  cardiff.low_cost = true;
  Listing online = entry("online", "scotland");
  online.online = true;
  Listing unplaced = entry("unplaced", "england");
  unplaced.in_person = true;
  Listing other_list = in_person("other", "england", kLeeds);
  other_list.list = "groups";
  return {online, cardiff, york, unplaced, near, other_list};
}

std::string names(const DirectoryQuery& query) {
  const auto directory = SqliteDirectory::hold(listings());
  REQUIRE(directory);
  std::string text;
  for (const DirectoryEntry& found : (*directory)->find(query)) {
    text += (text.empty() ? "" : " ") + found.name;
  }
  return text;
}

}  // namespace

TEST_CASE("SQLite directory: what is asked for narrows, and the best come first") {
  const std::optional<MapPoint> nowhere;
  struct Case {
    std::vector<DirectoryCriterion> where;
    std::optional<MapPoint> near;
    std::optional<double> within;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {{}, nowhere, {}, "near york cardiff online unplaced"},  // who tells the price goes first
      {{}, kLeeds, {}, "near york cardiff online unplaced"},
      {{{"nation", "england"}}, kLeeds, {}, "near york unplaced online"},
      {{{"nation", "england"}, {"meeting", "in_person"}}, kLeeds, {}, "near york unplaced"},
      {{{"nation", "england"}, {"meeting", "in_person"}}, kLeeds, 25.0, "near york"},
      {{{"nation", "england"}, {"meeting", "in_person"}}, kLeeds, 5.0, "near"},
      {{{"nation", "england"}, {"meeting", "either"}}, kLeeds, 5.0, "near york online"},
      {{{"nation", "england"}, {"meeting", "online"}}, kLeeds, 5.0, "york online"},
      {{{"nation", "wales"}, {"meeting", "in_person"}}, nowhere, {}, "cardiff"},
      {{{"nation", "northern_ireland"}, {"meeting", "in_person"}}, nowhere, {}, ""},
      {{{"need", "grief"}, {"nation", "england"}}, kLeeds, {}, "near york unplaced online"},
      {{{"need", "birth"}, {"nation", "england"}}, kLeeds, {}, "york unplaced online"},
      {{{"need", "other"}, {"nation", "england"}}, kLeeds, {}, "near york unplaced online"},
      {{{"language", "welsh"}}, nowhere, {}, "cardiff"},
      {{{"language", "any"}, {"nation", "wales"}}, nowhere, {}, "cardiff york online"},
      {{{"language", "english"}, {"nation", "wales"}}, nowhere, {}, "cardiff york online"},
      {{{"budget", "4500"}, {"nation", "england"}}, kLeeds, {}, "near unplaced online"},
      {{{"budget", "3000"}, {"meeting", "in_person"}, {"nation", "england"}},
       kLeeds,
       {},
       "unplaced"},
      {{{"payment", "low_cost"}}, nowhere, {}, "cardiff"},
      {{{"payment", "private"}, {"colour", "blue"}}, kLeeds, 5.0, "near york online"},
      {{{"nation", "england' OR 1=1 --"}, {"meeting", "in_person"}}, nowhere, {}, ""},
  };
  for (const Case& test : cases) {
    std::string criteria;
    for (const auto& [slot, value] : test.where) criteria += slot + "=" + value + " ";
    CAPTURE(criteria);
    CHECK(names({"therapists", test.where, 10, test.near, test.within}) == test.expected);
  }
  CHECK(names({"groups", {}, 5}) == "other");
  CHECK(names({"no_such_list", {}, 5}).empty());
  CHECK(names({"therapists", {}, 2, kLeeds}) == "near york");
}

TEST_CASE("SQLite directory: an entry comes whole, with its distance") {
  const auto directory = SqliteDirectory::hold(listings());
  REQUIRE(directory);
  const auto found = (*directory)->find({"therapists", {{"need", "grief"}}, 1, kLeeds});
  REQUIRE(found.size() == 1);
  CHECK(found[0].phone == "01632 960100");
  CHECK(found[0].in_person);
  CHECK_FALSE(found[0].online);
  CHECK(found[0].fee_low == 4000);
  CHECK(found[0].fee_high == 5000);
  REQUIRE(found[0].miles.has_value());
  CHECK(*found[0].miles == doctest::Approx(1.6).epsilon(0.05));
}

TEST_CASE("SQLite directory: any number of threads may ask at once") {
  const auto directory = SqliteDirectory::hold(listings());
  REQUIRE(directory);
  std::vector<std::thread> threads;
  std::vector<std::size_t> found(4);
  for (std::size_t i = 0; i < found.size(); ++i) {
    threads.emplace_back([&, i] {
      for (int n = 0; n < 50; ++n) found[i] += (*directory)->find({"therapists", {}, 5}).size();
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::size_t count : found) CHECK(count == 250);
}

TEST_CASE("SQLite directory: a file that is none is refused with a sentence") {
  const fakes::TemporaryFolder folder;
  const auto error_of = [](const std::filesystem::path& path) {
    const auto directory = SqliteDirectory::open(path);
    return directory ? std::string("opened") : directory.error();
  };
  CHECK(error_of(folder.path() / "nothing").find("is not there") != std::string::npos);
  const auto text =
      folder.write("text.sqlite", "this is no database, but long enough for a header");
  CHECK(error_of(text).find("cannot be used") != std::string::npos);
  const auto foreign = folder.path() / "foreign.sqlite";
  SqliteDatabase::open(foreign, SqliteAccess::Create)->run("CREATE TABLE entry (id TEXT)");
  CHECK(error_of(foreign).find("was not made by this program") != std::string::npos);
}

}  // namespace waymark
