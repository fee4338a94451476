#pragma once
// Runs another program, without a shell in between: what it is given is never read as a command.
// For commands that draw with Graphviz; never in a turn. Any thread.
//
//   const auto run = run_outside_program({"dot", "-Tsvg"}, text);
//   if (run && run->exit_code == 0) use(run->out);

#include <expected>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace waymark {

struct ProgramRun {
  int exit_code = 0;  // 128 and the signal's number where one ended it
  std::string out;
  std::string err;
};

// Finds the program on PATH, gives it `input` on standard input and waits for its end. Fails with
// what the system says: no_such_file_or_directory where there is no such program.
[[nodiscard]] std::expected<ProgramRun, std::error_code> run_outside_program(
    const std::vector<std::string>& command, std::string_view input);

}  // namespace waymark
