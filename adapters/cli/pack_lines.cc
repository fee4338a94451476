#include "adapters/cli/pack_lines.h"

#include <algorithm>
#include <iterator>

#include "adapters/host/pack_reader.h"
#include "adapters/host/rehearsal_files.h"

namespace waymark {

std::vector<KnownLine> lines_of_pack(const std::filesystem::path& folder) {
  std::vector<KnownLine> lines = example_lines(read_pack(folder).source);
  const auto files = read_rehearsals(folder);
  if (!files) return lines;
  for (const SourceFile& file : *files) {
    std::ranges::move(typed_lines(file), std::back_inserter(lines));
  }
  return lines;
}

}  // namespace waymark
