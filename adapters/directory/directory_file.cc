#include "adapters/directory/directory_file.h"

#include <unistd.h>

#include <string_view>
#include <system_error>
#include <utility>

namespace waymark {

namespace {

namespace fs = std::filesystem;

// Lists are kept between commas, so that ",grief," can be searched for. -1 stands for no price, 0,
// 0 for no point.
constexpr std::string_view kSchema = R"sql(
CREATE TABLE entry (
  list TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
  phone TEXT NOT NULL, email TEXT NOT NULL, url TEXT NOT NULL,
  in_person INTEGER NOT NULL, online INTEGER NOT NULL,
  needs TEXT NOT NULL, languages TEXT NOT NULL,
  fee_low INTEGER NOT NULL, fee_high INTEGER NOT NULL, low_cost INTEGER NOT NULL,
  registers TEXT NOT NULL, nations TEXT NOT NULL, place TEXT NOT NULL, outward TEXT NOT NULL,
  latitude REAL NOT NULL, longitude REAL NOT NULL,
  note TEXT NOT NULL, last_verified TEXT NOT NULL, source TEXT NOT NULL,
  PRIMARY KEY (list, id)
) WITHOUT ROWID;
)sql";

std::string between_commas(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) text += ',' + item;
  return text.empty() ? text : text + ',';
}

void insert(SqliteStatement& statement, const Listing& entry) {
  statement.run(
      entry.list, entry.id, entry.name, entry.kind, entry.phone, entry.email, entry.url,
      entry.in_person ? 1 : 0, entry.online ? 1 : 0, between_commas(entry.needs),
      between_commas(entry.languages), entry.fee_low.value_or(-1), entry.fee_high.value_or(-1),
      entry.low_cost ? 1 : 0, between_commas(entry.registers), between_commas(entry.nations),
      entry.place, entry.outward, entry.at ? entry.at->latitude : 0.0,
      entry.at ? entry.at->longitude : 0.0, entry.note, entry.last_verified, entry.source);
}

std::string problem(const fs::path& path, std::string_view what) {
  return "The directory " + path.string() + " cannot be written (" + std::string(what) +
         "). Name another with --out.";
}

}  // namespace

void fill_directory(SqliteDatabase& database, const std::vector<Listing>& listings) {
  database.run("PRAGMA application_id = " + std::to_string(kDirectoryApplicationId));
  database.run("PRAGMA user_version = " + std::to_string(kDirectoryVersion));
  SqliteTransaction transaction(database);
  database.run(std::string(kSchema));
  SqliteStatement statement = database.prepare(
      "INSERT INTO entry VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,"
      "?19,?20,?21,?22,?23)");
  for (const Listing& entry : listings) insert(statement, entry);
  transaction.commit();
}

std::expected<void, std::string> write_directory(const fs::path& path,
                                                 const std::vector<Listing>& listings) {
  fs::path draft = path;
  draft += ".new-" + std::to_string(::getpid());
  std::error_code failed;
  fs::remove(draft, failed);
  std::string what;
  try {
    auto database = SqliteDatabase::open(draft, SqliteAccess::Create);
    if (database) {
      database->run("PRAGMA journal_mode = OFF");
      fill_directory(*database, listings);
    } else {
      what = database.error().what();
    }
  } catch (const SqliteError& error) {
    what = error.what();
  }
  if (what.empty()) {
    fs::rename(draft, path, failed);
    if (!failed) return {};
    what = failed.message();
  }
  fs::remove(draft, failed);
  return std::unexpected(problem(path, what));
}

}  // namespace waymark
