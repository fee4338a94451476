#include "adapters/directory/pack_lists.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>
#include <vector>

#include "adapters/directory/listing_csv.h"
#include "adapters/directory/sqlite_directory.h"

namespace waymark {

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> csv_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, failed)) {
    if (entry.path().extension() == ".csv") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

std::expected<std::shared_ptr<const ServiceDirectory>, std::string> hold_pack_lists(
    const fs::path& pack) {
  const std::vector<fs::path> files = csv_files(pack / "directory");
  if (files.empty()) return nullptr;
  std::vector<Listing> listings;
  for (const fs::path& path : files) {
    std::ifstream in(path, std::ios::binary);
    ListingImport read = read_listing_csv(in, path.string());
    for (const ImportFinding& finding : read.findings) {
      if (!finding.is_refusal) continue;
      return std::unexpected(finding.place + ": " + finding.reason + ' ' + finding.remedy);
    }
    std::ranges::move(read.listings, std::back_inserter(listings));
  }
  auto directory = SqliteDirectory::hold(listings);
  if (!directory) return std::unexpected(directory.error());
  return *std::move(directory);
}

}  // namespace waymark
