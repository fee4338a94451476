#include "adapters/cli/program.h"

#include <doctest/doctest.h>

#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace waymark {

namespace {

// Runs the program with its output caught.
struct Run {
  std::string out;
  std::string err;
  int exit_code = 0;

  explicit Run(const std::vector<const char*>& given) {
    std::vector<const char*> arguments = {"waymark"};
    for (const char* argument : given) arguments.push_back(argument);
    std::ostringstream caught_out;
    std::ostringstream caught_err;
    std::streambuf* const out_before = std::cout.rdbuf(caught_out.rdbuf());
    std::streambuf* const err_before = std::cerr.rdbuf(caught_err.rdbuf());
    exit_code = run_program(static_cast<int>(arguments.size()), arguments.data());
    std::cout.rdbuf(out_before);
    std::cerr.rdbuf(err_before);
    out = caught_out.str();
    err = caught_err.str();
  }
};

}  // namespace

TEST_CASE("program: help for itself and for each command") {
  const Run help({"--help"});
  CHECK(help.exit_code == 0);
  for (const char* command : {"serve", "chat", "explain", "check", "eval", "fit"}) {
    CHECK(help.out.find(command) != std::string::npos);
    const Run of_command({command, "--help"});
    CHECK(of_command.exit_code == 0);
    CHECK(of_command.out.find("--pack") != std::string::npos);
  }
  CHECK(Run({"--version"}).out.starts_with("waymark "));
}

TEST_CASE("program: wrong usage is told apart from findings") {
  using Arguments = std::vector<const char*>;
  const std::vector<Arguments> wrong = {
      Arguments(),
      {"sing"},
      {"serve", "--prot", "1"},
      {"serve", "--port", "x"},
      {"explain"},
      {"explain", "--jsonl", "text"},
      {"check", "--format", "pdf"},
      {"eval"},
      {"fit"},
      {"fit", "--about", "risk", "--lines", "a"},
      {"fit", "--about", "moods", "--lines", "a", "--out", "b"},
      {"fit", "--about", "risk", "--lines", "a", "--out", "b", "--rounds", "0"},
      {"fit", "--about", "risk", "--lines", "a", "--out", "b", "--left-out", "-1"},
      {"fit", "--about", "risk", "--lines", "/no/such/lines", "--out", "/no/such/folder/b"},
      {"check", "--pack", "/no/such/pack"},
      {"serve", "--config", "/no/such/file"}};
  for (const Arguments& arguments : wrong) {
    const Run run(arguments);
    CHECK(run.exit_code == 2);
    CHECK_FALSE((run.err + run.out).empty());
  }
}

}  // namespace waymark
