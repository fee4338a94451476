#include "adapters/cli/pack_lines.h"

#include <algorithm>
#include <iterator>

#include "adapters/host/pack_reader.h"
#include "adapters/host/plain_file.h"

namespace waymark {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxChatBytes = 1U << 20U;

std::vector<fs::path> chat_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (fs::recursive_directory_iterator entry(folder, failed);
       !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
    if (entry->path().extension() == ".chat") files.push_back(entry->path());
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

std::vector<KnownLine> lines_of_pack(const fs::path& folder) {
  std::vector<KnownLine> lines = example_lines(read_pack(folder).source);
  for (const fs::path& path : chat_files(folder / "tests")) {
    const auto file = read_plain_file(path, kMaxChatBytes);
    if (!file) continue;
    const std::string shown = fs::proximate(path).generic_string();
    std::ranges::move(typed_lines({shown, shown, file->text}), std::back_inserter(lines));
  }
  return lines;
}

}  // namespace waymark
