#include "adapters/host/rehearsal_files.h"

#include <algorithm>
#include <cstddef>
#include <system_error>

#include "adapters/host/plain_file.h"

namespace waymark {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxRehearsalBytes = 1U << 20U;

}  // namespace

std::expected<std::vector<SourceFile>, std::string> read_rehearsals(const fs::path& pack) {
  std::vector<fs::path> paths;
  std::error_code failed;
  for (fs::recursive_directory_iterator entry(pack / "tests", failed);
       !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
    if (entry->path().extension() == ".chat") paths.push_back(entry->path());
  }
  std::ranges::sort(paths);
  std::vector<SourceFile> files;
  for (const fs::path& path : paths) {
    auto file = read_plain_file(path, kMaxRehearsalBytes);
    if (!file) return std::unexpected(path.string() + ' ' + describe_file_problem(file.error()));
    files.push_back({fs::proximate(path).generic_string(),
                     path.lexically_relative(pack).generic_string(), std::move(file->text)});
  }
  return files;
}

}  // namespace waymark
