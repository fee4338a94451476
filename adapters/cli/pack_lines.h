#pragma once
// The messages that are written down in a pack: its examples, and what visitors type in its
// conversation tests. Any thread.

#include <filesystem>
#include <vector>

#include "engine/api/reroute.h"

namespace waymark {

// Files that cannot be read give none.
[[nodiscard]] std::vector<KnownLine> lines_of_pack(const std::filesystem::path& folder);

}  // namespace waymark
