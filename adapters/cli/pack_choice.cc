#include "adapters/cli/pack_choice.h"

#include <CLI/CLI.hpp>
#include <ostream>
#include <system_error>

#include "adapters/cli/program.h"
#include "adapters/host/system_clock.h"

namespace waymark {

namespace fs = std::filesystem;

fs::path shipped_pack() {
  const fs::path name = fs::path("dialogs") / "ipt-depression";
  std::error_code ignored;
  fs::path in_source = fs::path(WAYMARK_SOURCE_DIR) / name;
  if (fs::is_directory(in_source, ignored)) return in_source;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
  fs::path installed = program.parent_path().parent_path() / "share" / "waymark" / name;
  if (fs::is_directory(installed, ignored)) return installed;
  return {};
}

void add_pack_option(CLI::App& command, std::string& pack) {
  command
      .add_option("--pack", pack,
                  "Folder of the pack; the one that comes with the program if not given")
      ->type_name("DIR")
      ->envname("WAYMARK_PACK");
}

std::expected<LoadedPackPtr, int> load_for_command(const std::string& pack, std::ostream& err) {
  const fs::path folder = pack.empty() ? shipped_pack() : fs::path(pack);
  if (folder.empty()) {
    err << "I cannot find the pack that comes with the program. Name one with --pack.\n";
    return std::unexpected(kExitUsage);
  }
  PackLoad load = load_pack(folder, today(SystemClock()), Examples::Skip);
  if (!load.unreadable.empty()) return std::unexpected(report_unreadable(load, err));
  if (load.pack == nullptr) {
    for (const Diagnostic& problem : load.diagnostics) err << format_diagnostic(problem) << '\n';
    return std::unexpected(kExitFindings);
  }
  return std::move(load.pack);
}

int report_unreadable(const PackLoad& load, std::ostream& err) {
  for (const std::string& problem : load.unreadable) err << problem << '\n';
  return kExitUsage;
}

}  // namespace waymark
