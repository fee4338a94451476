#pragma once
// The key ring on disk, so that tokens outlive a restart and are read by every node that has the
// same file. Called at start; any thread.

#include <expected>
#include <filesystem>
#include <string>

#include "adapters/seal/key_ring.h"

namespace waymark {

// Reads the key file, or makes one with a fresh key (mode 0600) where there is none. Fails with a
// sentence that names the file, what is wrong and the remedy: a file that others may read, that is
// not a plain file, or that holds something else.
[[nodiscard]] std::expected<KeyRing, std::string> open_key_file(const std::filesystem::path& path);

}  // namespace waymark
