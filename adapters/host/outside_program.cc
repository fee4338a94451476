#include "adapters/host/outside_program.h"

#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <utility>

namespace waymark {

namespace {

std::error_code last_error() { return {errno, std::generic_category()}; }

// A file in memory: what goes through it has no bound of a pipe, so neither side waits.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(::memfd_create("waymark", MFD_CLOEXEC)) {}
  ~MemoryFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
  [[nodiscard]] int descriptor() const { return descriptor_; }

  [[nodiscard]] bool fill(std::string_view text) const {
    while (!text.empty()) {
      const ssize_t written = ::write(descriptor_, text.data(), text.size());
      if (written < 0) return false;
      text.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::lseek(descriptor_, 0, SEEK_SET) == 0;
  }

  [[nodiscard]] std::string content() const {
    std::string text;
    std::array<char, 65536> piece{};
    ::lseek(descriptor_, 0, SEEK_SET);
    for (;;) {
      const ssize_t got = ::read(descriptor_, piece.data(), piece.size());
      if (got <= 0) return text;
      text.append(piece.data(), static_cast<std::size_t>(got));
    }
  }

 private:
  int descriptor_;
};

class FileActions {
 public:
  FileActions() { ::posix_spawn_file_actions_init(&actions_); }
  ~FileActions() { ::posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;

  void put(const MemoryFile& file, int at) {
    ::posix_spawn_file_actions_adddup2(&actions_, file.descriptor(), at);
  }
  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

std::expected<int, std::error_code> wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return std::unexpected(last_error());
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

std::expected<ProgramRun, std::error_code> run_outside_program(
    const std::vector<std::string>& command, std::string_view input) {
  const MemoryFile in;
  const MemoryFile out;
  const MemoryFile err;
  if (!in.is_open() || !out.is_open() || !err.is_open() || !in.fill(input)) {
    return std::unexpected(last_error());
  }
  FileActions actions;
  actions.put(in, STDIN_FILENO);
  actions.put(out, STDOUT_FILENO);
  actions.put(err, STDERR_FILENO);
  std::vector<std::string> words = command;
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t child = 0;
  const int failed =
      ::posix_spawnp(&child, arguments.front(), actions.get(), nullptr, arguments.data(), environ);
  if (failed != 0) return std::unexpected(std::error_code(failed, std::generic_category()));
  const auto exit_code = wait_for(child);
  if (!exit_code) return std::unexpected(exit_code.error());
  return ProgramRun{*exit_code, out.content(), err.content()};
}

}  // namespace waymark
