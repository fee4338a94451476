#pragma once
// The conversation tests of a pack, read from its folder. Any thread.

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/api/content.h"

namespace waymark {

// Every *.chat file below the pack's tests/ folder, by its path; `kind_path` is relative to the
// pack. None where there is no such folder. Fails with a sentence that names the file.
[[nodiscard]] std::expected<std::vector<SourceFile>, std::string> read_rehearsals(
    const std::filesystem::path& pack);

}  // namespace waymark
