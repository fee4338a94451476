#include "adapters/host/key_file.h"

#include <string_view>

#include "adapters/host/plain_file.h"

namespace waymark {

namespace {

constexpr std::size_t kMaxKeyFileBytes = 16 * 1024;
constexpr auto kOthers = std::filesystem::perms::group_all | std::filesystem::perms::others_all;

std::unexpected<std::string> problem(const std::filesystem::path& path, std::string_view what) {
  return std::unexpected("The key file " + path.string() + " " + std::string(what));
}

std::expected<KeyRing, std::string> make_key_file(const std::filesystem::path& path) {
  KeyRing ring = KeyRing::generate();
  if (const std::error_code failed = write_private_file(path, ring.to_text())) {
    return problem(path, "cannot be made (" + failed.message() + "). Name a place to write to.");
  }
  return ring;
}

}  // namespace

std::expected<KeyRing, std::string> read_key_file(const std::filesystem::path& path) {
  const auto file = read_plain_file(path, kMaxKeyFileBytes);
  if (!file) return problem(path, describe_file_problem(file.error()) + ". Name another.");
  if ((file->permissions & kOthers) != std::filesystem::perms::none) {
    return problem(path, "may be read by others. Say `chmod 600` to it, or better make a new one.");
  }
  auto ring = KeyRing::parse(file->text);
  if (!ring) return problem(path, "cannot be used: " + ring.error());
  return ring;
}

std::expected<KeyRing, std::string> open_key_file(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::exists(std::filesystem::symlink_status(path, ignored))
             ? read_key_file(path)
             : make_key_file(path);
}

}  // namespace waymark
