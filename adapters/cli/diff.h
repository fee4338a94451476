#pragma once
// `waymark diff`: what is different between two versions of a pack, in plain English.

#include <cstdint>
#include <iosfwd>
#include <string>

#include "engine/api/clock.h"

namespace CLI {
class App;
}

namespace waymark {

enum class DiffStyle : std::uint8_t { Text, Json };

// Compares the packs of two folders and plays the conversation tests of both on both. Gives the
// exit code: findings where something differs, wrong usage where a pack cannot be read or does not
// compile.
int run_diff(const std::string& old_pack, const std::string& new_pack, DiffStyle style,
             const Clock& clock, std::ostream& out, std::ostream& err);

void add_diff(CLI::App& program, int& exit_code);

}  // namespace waymark
