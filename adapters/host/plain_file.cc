#include "adapters/host/plain_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>

namespace waymark {

namespace {

// An open file that closes itself.
class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  ~File() {
    if (is_open()) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

std::error_code last_error() { return {errno, std::generic_category()}; }

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(descriptor) == 0;
}

// Reads up to one byte more than `max_bytes`, so that a file that grows is noticed too. There is
// room for `likely` bytes and the one after them at once.
std::expected<std::string, std::error_code> read_all(int descriptor, std::size_t max_bytes,
                                                     std::size_t likely) {
  std::string text;
  std::size_t length = 0;
  for (;;) {
    if (length == text.size()) {
      text.resize(std::min(max_bytes + 1, std::max(likely + 1, length * 2)));
    }
    const ssize_t got = ::read(descriptor, text.data() + length, text.size() - length);
    if (got < 0) return std::unexpected(last_error());
    length += static_cast<std::size_t>(got);
    if (length > max_bytes) return std::unexpected(make_error_code(std::errc::file_too_large));
    if (got == 0) break;
  }
  text.resize(length);
  return text;
}

}  // namespace

std::expected<PlainFile, std::error_code> read_plain_file(const std::filesystem::path& path,
                                                          std::size_t max_bytes) {
  const File file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!file.is_open()) return std::unexpected(last_error());
  struct stat status{};
  if (::fstat(file.descriptor(), &status) != 0) return std::unexpected(last_error());
  if (!S_ISREG(status.st_mode)) {
    return std::unexpected(make_error_code(std::errc::invalid_argument));
  }
  auto text = read_all(file.descriptor(), max_bytes, static_cast<std::size_t>(status.st_size));
  if (!text) return std::unexpected(text.error());
  return PlainFile{*std::move(text), std::filesystem::perms{status.st_mode & 07777U}};
}

std::string describe_file_problem(std::error_code problem) {
  if (problem == std::errc::no_such_file_or_directory) return "is not there";
  if (problem == std::errc::permission_denied) return "may not be read by this user";
  if (problem == std::errc::too_many_symbolic_link_levels) return "is a link";
  if (problem == std::errc::invalid_argument) return "is not a plain file";
  if (problem == std::errc::file_too_large) return "is too large";
  return "cannot be read (" + problem.message() + ")";
}

std::error_code write_private_file(const std::filesystem::path& path, const std::string& text) {
  const File file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
  if (!file.is_open()) return last_error();
  if (write_all(file.descriptor(), text)) return {};
  const std::error_code problem = last_error();
  ::unlink(path.c_str());
  return problem;
}

}  // namespace waymark
