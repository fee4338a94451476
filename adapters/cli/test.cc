#include "adapters/cli/test.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>
#include <vector>

#include "adapters/cli/pack_choice.h"
#include "adapters/cli/program.h"
#include "adapters/host/plain_file.h"
#include "adapters/host/system_clock.h"
#include "engine/api/rehearsal.h"

namespace waymark {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxTestBytes = 1U << 20U;

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

void add_to(RehearsalReport& total, RehearsalReport part) {
  total.conversations += part.conversations;
  total.turns += part.turns;
  total.checks += part.checks;
  total.failures.insert(total.failures.end(), part.failures.begin(), part.failures.end());
}

}  // namespace

int run_test(const std::string& pack, const Clock& clock, std::ostream& out, std::ostream& err) {
  const auto loaded = load_for_command(pack, err);
  if (!loaded) return loaded.error();
  const fs::path folder = (pack.empty() ? shipped_pack() : fs::path(pack)) / "tests";
  RehearsalReport total;
  for (const fs::path& path : chat_files(folder)) {
    const auto file = read_plain_file(path, kMaxTestBytes);
    if (!file) {
      err << path.string() << ' ' << describe_file_problem(file.error()) << ".\n";
      return kExitUsage;
    }
    const std::string shown = fs::proximate(path).generic_string();
    add_to(total, rehearse(*(*loaded)->bundle, {shown, shown, file->text}, clock.now()));
  }
  for (const Diagnostic& failure : total.failures) out << format_diagnostic(failure) << '\n';
  out << total.conversations << " conversations, " << total.turns
      << " turns: " << total.checks - std::min(total.checks, total.failures.size()) << " passed, "
      << total.failures.size() << " failed\n";
  if (total.conversations == 0) {
    err << "There is no conversation test below " << folder.string() << ".\n";
    return kExitFindings;
  }
  return total.failures.empty() ? kExitFine : kExitFindings;
}

void add_test(CLI::App& program, int& exit_code) {
  CLI::App* command = program.add_subcommand("test", "Play a pack's conversation tests");
  command->footer(
      "Tests are the *.chat files below the pack's tests/ folder; dialogs/README.md\n"
      "shows how to write one.");
  const auto pack = std::make_shared<std::string>();
  add_pack_option(*command, *pack);
  command->callback(
      [pack, &exit_code] { exit_code = run_test(*pack, SystemClock(), std::cout, std::cerr); });
}

}  // namespace waymark
