#include "adapters/cli/program.h"

#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>

#include "adapters/cli/chat.h"
#include "adapters/cli/check.h"
#include "adapters/cli/diff.h"
#include "adapters/cli/eval.h"
#include "adapters/cli/explain.h"
#include "adapters/cli/fit.h"
#include "adapters/cli/graph.h"
#include "adapters/cli/import.h"
#include "adapters/cli/new.h"
#include "adapters/cli/serve.h"
#include "adapters/cli/test.h"

namespace waymark {

namespace {

// CLI11 ends with a code for each kind of mistake; we have one for all.
int exit_of(const CLI::App& program, const CLI::ParseError& stop) {
  return program.exit(stop) == 0 ? kExitFine : kExitUsage;
}

}  // namespace

int run_program(int argc, const char* const* argv) {
  CLI::App program("A support chatbot whose every answer is written, checked and explained.",
                   "waymark");
  program.set_version_flag("--version", "waymark " WAYMARK_VERSION);
  program.require_subcommand(1);
  program.footer(
      "`waymark COMMAND --help` says what a command does. Without --pack, a command works on the\n"
      "pack that comes with the program. Exit codes: 0 fine, 1 findings, 2 wrong usage or input.");
  int exit_code = kExitFine;
  add_serve(program, exit_code);
  add_chat(program, exit_code);
  add_explain(program, exit_code);
  add_check(program, exit_code);
  add_test(program, exit_code);
  add_new(program, exit_code);
  add_graph(program, exit_code);
  add_diff(program, exit_code);
  add_import(program, exit_code);
  add_eval(program, exit_code);
  add_fit(program, exit_code);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& stop) {
    return exit_of(program, stop);
  } catch (const std::exception& failure) {
    std::cerr << "waymark: " << failure.what() << '\n';
    return kExitFindings;
  }
  return exit_code;
}

}  // namespace waymark
