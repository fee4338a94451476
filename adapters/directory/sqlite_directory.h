#pragma once
// A directory that was imported into a file, as the engine asks for it: by nation, way of meeting,
// need, language, price and distance, the best first. Read-only; any thread, one at a time inside.
//
//   auto directory = SqliteDirectory::open("directory.sqlite");
//   if (!directory) return complain(directory.error());
//   holder.swap(to_loaded_pack(bundle, *directory));

#include <expected>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "adapters/directory/listing.h"
#include "adapters/host/sqlite.h"
#include "engine/api/directory.h"

namespace waymark {

class SqliteDirectory : public ServiceDirectory {
 public:
  // Fails with a sentence, also for a file that is no directory.
  static std::expected<std::shared_ptr<const SqliteDirectory>, std::string> open(
      const std::filesystem::path& path);

  // One in memory.
  static std::expected<std::shared_ptr<const SqliteDirectory>, std::string> hold(
      const std::vector<Listing>& listings);

  // A criterion that this does not know narrows nothing, nor does the value "any", "either" or
  // "other". Finds nothing where the file cannot be read any more.
  [[nodiscard]] std::vector<DirectoryEntry> find(const DirectoryQuery& query) const override;

 private:
  SqliteDirectory(SqliteDatabase database, SqliteStatement search)
      : database_(std::move(database)), search_(std::move(search)) {}
  static std::expected<std::shared_ptr<const SqliteDirectory>, std::string> prepare(
      SqliteDatabase database, const std::string& name);

  mutable std::mutex mutex_;
  SqliteDatabase database_;
  mutable SqliteStatement search_;
};

}  // namespace waymark
