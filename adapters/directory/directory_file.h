#pragma once
// The file that a directory is kept in: SQLite, one table of entries, all of it written at once.
// Whoever reads it opens it read-only; a new one takes its place by a rename, so that no reader
// ever sees half of it. One thread.

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "adapters/directory/listing.h"
#include "adapters/host/sqlite.h"

namespace waymark {

// What SQLite calls the application's id and the version of the schema.
inline constexpr int kDirectoryApplicationId = 0x57444952;  // "WDIR"
inline constexpr int kDirectoryVersion = 1;

// Makes the table in an empty database and fills it. Throws SqliteError.
void fill_directory(SqliteDatabase& database, const std::vector<Listing>& listings);

// Writes the file anew. Fails with a sentence; what was there before stays then.
[[nodiscard]] std::expected<void, std::string> write_directory(
    const std::filesystem::path& path, const std::vector<Listing>& listings);

}  // namespace waymark
