#include "adapters/cli/import.h"

#include <doctest/doctest.h>

#include <sstream>

#include "adapters/directory/sqlite_directory.h"
#include "tests/fakes/temporary_folder.h"

namespace waymark {

namespace {

struct Outcome {
  int exit_code = 0;
  std::string out;
  std::string err;
};

template <typename Run>
Outcome outcome_of(const Run& run, const ImportCommand& command) {
  std::ostringstream out;
  std::ostringstream err;
  const int exit_code = run(command, out, err);
  return {exit_code, out.str(), err.str()};
}

constexpr std::string_view kList =
    "id,name,phone,online\na,A,01632 960100,yes\nb,B,01632 960101,yes\n";

}  // namespace

TEST_CASE("import directory: CSV and JSON become one file") {
  const fakes::TemporaryFolder folder;
  const auto csv = folder.write("list.csv", std::string(kList));
  const auto json = folder.write(
      "list.json", R"([{"id": "c", "name": "C", "url": "https://c.example.org", "status": "active",
                        "service_at_locations": [{"location": {"location_type": "virtual"}}]}])");
  const std::string file = (folder.path() / "out.sqlite").string();
  const Outcome outcome =
      outcome_of(run_import_directory, {{csv.string(), json.string()}, file, "therapists"});
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.err.empty());
  CHECK(outcome.out == "3 entries are in " + file + "; 0 things were refused.\n");
  CHECK((*SqliteDirectory::open(file))->find({"therapists", {}, 5}).size() == 3);
}

TEST_CASE("import directory: what is refused is told, the rest is written, the code says so") {
  const fakes::TemporaryFolder folder;
  const auto csv = folder.write("list.csv", std::string(kList) + "c,C,12,yes\n");
  const auto again = folder.write("again.csv", std::string(kList));
  const std::string file = (folder.path() / "out.sqlite").string();
  const Outcome outcome =
      outcome_of(run_import_directory, {{csv.string(), again.string(), "nowhere.csv"}, file, ""});
  CHECK(outcome.exit_code == 1);
  CHECK(outcome.err.find("list.csv:4: refused: \"12\" is no phone number") != std::string::npos);
  CHECK(outcome.err.find("again.csv: refused: The id \"a\" is there already.") !=
        std::string::npos);
  CHECK(outcome.err.find("nowhere.csv: refused: The file is not there.") != std::string::npos);
  CHECK(outcome.out.starts_with("2 entries are in "));
}

TEST_CASE("import directory: where nothing is right nothing is written") {
  const fakes::TemporaryFolder folder;
  const auto csv = folder.write("list.csv", "name\nA\n");
  const std::string file = (folder.path() / "out.sqlite").string();
  CHECK(outcome_of(run_import_directory, {{csv.string()}, file, ""}).exit_code == 1);
  CHECK_FALSE(std::filesystem::exists(file));
  const auto good = folder.write("good.csv", std::string(kList));
  CHECK(outcome_of(run_import_directory, {{good.string()}, "/no/such/folder/x", ""}).exit_code ==
        2);
}

TEST_CASE("import places: a file for a pack, written at once") {
  const fakes::TemporaryFolder folder;
  const auto csv =
      folder.write("onspd.csv", "pcds,doterm,ctry,lat,long\nLS6 3AB,,E92000001,53.82,-1.57\n");
  const std::string file = (folder.path() / "outward.json").string();
  const Outcome outcome = outcome_of(run_import_places, {{csv.string()}, file, ""});
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.out == "1 outward code from 1 postcode are in " + file + ".\n");
  CHECK(std::filesystem::exists(file));
  CHECK(outcome_of(run_import_places, {{"nowhere.csv"}, file, ""}).exit_code == 2);
  const auto empty = folder.write("empty.csv", "");
  CHECK(outcome_of(run_import_places, {{empty.string()}, file, ""}).exit_code == 1);
}

}  // namespace waymark
