#pragma once
// The key ring on disk, so that tokens outlive a restart and are read by every node that has the
// same file. Called at start and on reload; any thread.

#include <expected>
#include <filesystem>
#include <string>

#include "adapters/seal/key_ring.h"

namespace waymark {

// Reads the key file. Fails with a sentence that names the file, what is wrong and the remedy: one
// that is not there, that others may read, that is not a plain file, or that holds something else.
[[nodiscard]] std::expected<KeyRing, std::string> read_key_file(const std::filesystem::path& path);

// Reads the key file, or makes one with a fresh key (mode 0600) where there is none. Fails as
// read_key_file does, or when it cannot be made.
[[nodiscard]] std::expected<KeyRing, std::string> open_key_file(const std::filesystem::path& path);

}  // namespace waymark
