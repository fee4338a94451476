#pragma once
// Reads a pack's folder, and those that it extends, into what the engine compiles. Called at start,
// on reload and by the commands; any thread.
//
//   PackReading reading = read_pack("dialogs/ipt-depression");
//   if (reading.problems.empty()) compile_pack(reading.source, today);

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/api/content.h"

namespace waymark {

// What a pack may hold; far above what one does.
inline constexpr std::size_t kMaxPackFiles = 2000;
inline constexpr std::size_t kMaxPackBytes = 64U << 20U;
inline constexpr std::size_t kMaxPackChain = 8;

struct PackReading {
  PackSource source;                  // base first, files by their path
  std::vector<std::string> problems;  // sentences that name the file and the remedy
};

// Reads every *.json below `folder` but hidden files and the folders tests/ and schema/, and the
// same of the pack that "extends" in pack.json names: the folder of that name beside this one, or
// else the one that comes with the program; and so on. Links are refused: a pack reads nothing
// outside its folder. A pack.json that cannot be understood extends nothing here: the engine will
// say what is wrong with it.
[[nodiscard]] PackReading read_pack(const std::filesystem::path& folder);

}  // namespace waymark
