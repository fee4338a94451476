#include "adapters/directory/sqlite_directory.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>

#include "adapters/directory/directory_file.h"
#include "adapters/directory/distance.h"

namespace waymark {

namespace {

// An entry for no need in particular is for all, one without a language is in English, one without
// a nation serves all. Who is met online may live anywhere.
constexpr std::string_view kSearch = R"sql(
SELECT id, name, kind, phone, url, in_person, online, languages, fee_low, fee_high, low_cost,
       registers, place, latitude, longitude, note,
       (?2 = '' OR nations = '' OR instr(nations, ?2) > 0) AS is_of_nation
FROM entry
WHERE list = ?1
  AND (is_of_nation OR (online = 1 AND ?3 <> 'in_person'))
  AND (?3 <> 'in_person' OR in_person = 1)
  AND (?3 <> 'online' OR online = 1)
  AND (?4 = '' OR needs = '' OR instr(needs, ?4) > 0)
  AND (?5 = '' OR instr(languages, ?5) > 0 OR (?5 = ',english,' AND languages = ''))
  AND (?6 = 0 OR low_cost = 1)
  AND fee_low <= ?7
ORDER BY name, id
)sql";
namespace column {
enum Index : int {
  Id,
  Name,
  Kind,
  Phone,
  Url,
  InPerson,
  Online,
  Languages,
  FeeLow,
  FeeHigh,
  LowCost,
  Registers,
  Place,
  Latitude,
  Longitude,
  Note,
  IsOfNation
};
}  // namespace column

// What is asked for, by the names of the pack's slots; empty for what does not matter.
struct Wanted {
  std::string nation, meeting, need, language, payment;
  std::int64_t budget = std::numeric_limits<std::int64_t>::max();
};

Wanted wanted_in(const DirectoryQuery& query) {
  Wanted wanted;
  static constexpr std::array<std::pair<std::string_view, std::string Wanted::*>, 5> kNames = {
      {{"nation", &Wanted::nation},
       {"meeting", &Wanted::meeting},
       {"need", &Wanted::need},
       {"language", &Wanted::language},
       {"payment", &Wanted::payment}}};
  for (const DirectoryCriterion& criterion : query.where) {
    const std::string& value = criterion.value;
    if (value == "any" || value == "either" || value == "other") continue;
    if (criterion.slot == "budget") {
      std::from_chars(value.data(), value.data() + value.size(), wanted.budget);
    }
    for (const auto& [name, member] : kNames) {
      if (criterion.slot == name) wanted.*member = value;
    }
  }
  return wanted;
}

std::string between_commas(const std::string& item) {
  return item.empty() ? item : ',' + item + ',';
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> items;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(','), text.size());
    if (end > 0) items.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return items;
}

std::optional<std::int32_t> fee(std::int64_t pence) {
  if (pence < 0) return std::nullopt;
  return static_cast<std::int32_t>(pence);
}

struct Candidate {
  DirectoryEntry entry;
  bool is_of_nation = false;

  // Who is near first, then who is of the nation, then who tells the price.
  [[nodiscard]] auto rank() const {
    const double tenths = entry.miles ? std::round(*entry.miles * 10) : 0;
    return std::tuple(!entry.miles.has_value(), tenths, !is_of_nation, !entry.fee_low.has_value(),
                      entry.name, entry.id);
  }
};

Candidate read(const SqliteRows& rows) {
  Candidate found;
  DirectoryEntry& entry = found.entry;
  entry.id = rows.text(column::Id);
  entry.name = rows.text(column::Name);
  entry.phone = rows.text(column::Phone);
  entry.url = rows.text(column::Url);
  entry.note = rows.text(column::Note);
  entry.kind = rows.text(column::Kind);
  entry.place = rows.text(column::Place);
  entry.registers = split(rows.text(column::Registers));
  entry.languages = split(rows.text(column::Languages));
  entry.in_person = rows.integer(column::InPerson) != 0;
  entry.online = rows.integer(column::Online) != 0;
  entry.low_cost = rows.integer(column::LowCost) != 0;
  entry.fee_low = fee(rows.integer(column::FeeLow));
  entry.fee_high = fee(rows.integer(column::FeeHigh));
  found.is_of_nation = rows.integer(column::IsOfNation) != 0;
  return found;
}

// Works out how far it is; false where it is too far to meet and there is no other way.
bool place(Candidate& found, MapPoint at, const DirectoryQuery& query, const Wanted& wanted) {
  DirectoryEntry& entry = found.entry;
  if (!query.near || !entry.in_person || wanted.meeting == "online") return true;
  const bool is_placed = at != MapPoint{};
  if (is_placed) entry.miles = miles_between(*query.near, at);
  if (!query.within || (is_placed && *entry.miles <= *query.within)) return true;
  entry.miles.reset();
  return entry.online && wanted.meeting != "in_person";
}

}  // namespace

std::vector<DirectoryEntry> SqliteDirectory::find(const DirectoryQuery& query) const {
  const Wanted wanted = wanted_in(query);
  std::vector<Candidate> candidates;
  try {
    const std::scoped_lock lock(mutex_);
    SqliteRows rows = search_.query(query.list, between_commas(wanted.nation), wanted.meeting,
                                    between_commas(wanted.need), between_commas(wanted.language),
                                    wanted.payment == "low_cost" ? 1 : 0, wanted.budget);
    while (rows.next()) {
      Candidate found = read(rows);
      const MapPoint at{rows.real(column::Latitude), rows.real(column::Longitude)};
      if (place(found, at, query, wanted)) candidates.push_back(std::move(found));
    }
  } catch (const SqliteError&) {
    return {};
  }
  std::ranges::sort(candidates, {}, &Candidate::rank);
  if (candidates.size() > query.most) candidates.resize(query.most);
  std::vector<DirectoryEntry> entries;
  for (Candidate& found : candidates) entries.push_back(std::move(found.entry));
  return entries;
}

std::expected<std::shared_ptr<const SqliteDirectory>, std::string> SqliteDirectory::prepare(
    SqliteDatabase database, const std::string& name) {
  try {
    const auto number = [&database](const char* pragma) {
      SqliteStatement statement = database.prepare(pragma);
      SqliteRows rows = statement.query();
      return rows.next() ? rows.integer(0) : 0;
    };
    if (number("PRAGMA application_id") != kDirectoryApplicationId ||
        number("PRAGMA user_version") != kDirectoryVersion) {
      return std::unexpected("The directory " + name +
                             " was not made by this program. Make it with `waymark import "
                             "directory`.");
    }
    SqliteStatement search = database.prepare(kSearch);
    return std::shared_ptr<const SqliteDirectory>(
        new SqliteDirectory(std::move(database), std::move(search)));
  } catch (const SqliteError& error) {
    return std::unexpected("The directory " + name + " cannot be used (" + error.what() +
                           "). Make it anew with `waymark import directory`.");
  }
}

std::expected<std::shared_ptr<const SqliteDirectory>, std::string> SqliteDirectory::open(
    const std::filesystem::path& path) {
  std::error_code failed;
  if (!std::filesystem::is_regular_file(path, failed)) {
    return std::unexpected("The directory " + path.string() +
                           " is not there. Make it with `waymark import directory`.");
  }
  auto database = SqliteDatabase::open(path, SqliteAccess::ReadOnly);
  if (!database) {
    return std::unexpected("The directory " + path.string() + " cannot be opened (" +
                           database.error().what() + "). Let this program read it.");
  }
  return prepare(*std::move(database), path.string());
}

std::expected<std::shared_ptr<const SqliteDirectory>, std::string> SqliteDirectory::hold(
    const std::vector<Listing>& listings) {
  auto database = SqliteDatabase::open(":memory:", SqliteAccess::Create);
  if (!database) return std::unexpected(std::string(database.error().what()));
  try {
    fill_directory(*database, listings);
  } catch (const SqliteError& error) {
    return std::unexpected(std::string(error.what()));
  }
  return prepare(*std::move(database), "in memory");
}

}  // namespace waymark
