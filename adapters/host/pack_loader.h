#pragma once
// From a folder to a pack that can answer: reads, compiles, and keeps what the host needs. Called
// at start, on reload and by the commands; any one thread at a time.
//
//   PackLoad load = load_pack("dialogs/ipt-depression", today(clock));
//   if (load.pack) holder.swap(load.pack);

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "adapters/host/bundle_holder.h"
#include "adapters/host/pack_reader.h"
#include "engine/api/clock.h"

namespace waymark {

struct PackLoad {
  LoadedPackPtr pack;                   // null when the pack cannot be used
  std::vector<std::string> unreadable;  // files that could not be read
  std::vector<Diagnostic> diagnostics;  // what the engine found, warnings too
};

// The files of a pack, as read_pack gives them, with the list of English words.
[[nodiscard]] PackReading read_pack_and_words(const std::filesystem::path& folder);

// Nothing is compiled when a file could not be read: half a pack is no pack.
[[nodiscard]] PackLoad load_pack(const std::filesystem::path& folder,
                                 std::chrono::year_month_day today,
                                 Examples examples = Examples::Check);

// The day of `clock`, by which facts expire. UTC: nobody's fact expires at midnight sharp.
[[nodiscard]] std::chrono::year_month_day today(const Clock& clock);

}  // namespace waymark
