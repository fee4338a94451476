#pragma once
// The program `waymark`: reads the command line and runs one command. main() calls it and nothing
// else.

namespace waymark {

// What every command exits with.
inline constexpr int kExitFine = 0;
inline constexpr int kExitFindings = 1;  // what was checked is not right, or what was asked failed
inline constexpr int kExitUsage = 2;     // wrong usage, or input that cannot be read

[[nodiscard]] int run_program(int argc, const char* const* argv);

}  // namespace waymark
