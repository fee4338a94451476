#pragma once
// Reads a file that is nothing but a file: no link, device or pipe, and not longer than agreed.
// What a host reads comes through here (packs, configuration, keys). Any thread.

#include <cstddef>
#include <expected>
#include <filesystem>
#include <string>
#include <system_error>

namespace waymark {

struct PlainFile {
  std::string text;
  std::filesystem::perms permissions = std::filesystem::perms::none;
};

// Fails with what the system says, or with too_many_symbolic_link_levels (a link), invalid_argument
// (no plain file) or file_too_large. Never waits for a pipe.
[[nodiscard]] std::expected<PlainFile, std::error_code> read_plain_file(
    const std::filesystem::path& path, std::size_t max_bytes);

// What is wrong, as the end of a sentence that begins with the file's name: "is not there".
[[nodiscard]] std::string describe_file_problem(std::error_code problem);

// Makes a file that only its owner may read. Fails when it is there already.
[[nodiscard]] std::error_code write_private_file(const std::filesystem::path& path,
                                                 const std::string& text);

}  // namespace waymark
