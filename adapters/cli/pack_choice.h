#pragma once
// Which pack a command works on, and what is said when it cannot be used. Used by every command.

#include <expected>
#include <filesystem>
#include <iosfwd>
#include <string>

#include "adapters/host/pack_loader.h"

namespace CLI {
class App;
}

namespace waymark {

// The pack that comes with the program (host/shipped_packs.h). Empty when there is none.
[[nodiscard]] std::filesystem::path shipped_pack();

// Adds `--pack DIR` (or WAYMARK_PACK), which is `pack` unless it is given.
void add_pack_option(CLI::App& command, std::string& pack);

// Loads the pack (the shipped one for an empty name) as of now, without playing its examples: a
// pack that is being written can be tried out. When it cannot be used, lists every problem on `err`
// and gives the exit code.
[[nodiscard]] std::expected<LoadedPackPtr, int> load_for_command(const std::string& pack,
                                                                 std::ostream& err);

// Lists files that could not be read, and gives the exit code for that.
int report_unreadable(const PackLoad& load, std::ostream& err);

}  // namespace waymark
