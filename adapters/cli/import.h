#pragma once
// `waymark import`: local data that a turn looks things up in, made from files of others: a
// directory of therapists and services, and exact places.

#include <iosfwd>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace waymark {

struct ImportCommand {
  std::vector<std::string> files;
  std::string out;
  std::string list = "therapists";  // of entries whose file names none
};

// Writes a directory (adapters/directory/directory_file.h) from CSV and Open Referral UK. What is
// refused is told on `err`, each with its place; the rest is taken over.
int run_import_directory(const ImportCommand& command, std::ostream& out, std::ostream& err);

// Writes a file for a pack's folder places/.
int run_import_places(const ImportCommand& command, std::ostream& out, std::ostream& err);

// Adds the command to the program; it puts its exit code there.
void add_import(CLI::App& program, int& exit_code);

}  // namespace waymark
