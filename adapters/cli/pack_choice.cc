#include "adapters/cli/pack_choice.h"

#include <CLI/CLI.hpp>
#include <ostream>

#include "adapters/cli/program.h"
#include "adapters/host/shipped_packs.h"
#include "adapters/host/system_clock.h"

namespace waymark {

namespace fs = std::filesystem;

fs::path shipped_pack() {
  const fs::path packs = shipped_packs();
  return packs.empty() ? packs : packs / "ipt-depression";
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
