#include "adapters/cli/new.h"

#include <CLI/CLI.hpp>
#include <array>
#include <expected>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "adapters/cli/program.h"
#include "adapters/host/plain_file.h"
#include "adapters/host/shipped_packs.h"

namespace waymark {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxStarterBytes = 1U << 20U;
constexpr std::array<const char*, 5> kStarterFiles = {
    "pack.json", "intents/topics.json", "flows/welcome.json", "prompts/en-GB/words.json",
    "tests/first_words.chat"};

struct StarterFile {
  fs::path path;
  std::string text;
};
using Starter = std::expected<std::vector<StarterFile>, std::string>;

bool is_pack_name(std::string_view name) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789-_";
  return !name.empty() && name.find_first_not_of(kLetters) == std::string_view::npos;
}

void replace_first(std::string& text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at != std::string::npos) text.replace(at, from.size(), to);
}

// The starter's schemas are a folder beside it; from the new pack they may be far away.
std::string path_to_schemas(const fs::path& file) {
  const fs::path schemas = fs::weakly_canonical(shipped_packs() / "schema");
  return schemas.lexically_relative(fs::weakly_canonical(file.parent_path())).generic_string();
}

std::string path_from_starter(const fs::path& relative) {
  std::string path = "../";
  for (auto part = relative.begin(); std::next(part) != relative.end(); ++part) path += "../";
  return path + "schema";
}

Starter starter_for(const fs::path& folder) {
  std::vector<StarterFile> files;
  for (const char* name : kStarterFiles) {
    const fs::path original = shipped_packs() / "starter" / name;
    auto file = read_plain_file(original, kMaxStarterBytes);
    if (!file) {
      return std::unexpected(original.string() + ' ' + describe_file_problem(file.error()) +
                             ". It comes with the program; install that again.");
    }
    const fs::path target = folder / name;
    replace_first(file->text, path_from_starter(name), path_to_schemas(target));
    replace_first(file->text, "\"pack\": \"starter\"",
                  "\"pack\": \"" + folder.filename().string() + '"');
    files.push_back({target, std::move(file->text)});
  }
  return files;
}

bool write_new(const StarterFile& file) {
  std::error_code failed;
  fs::create_directories(file.path.parent_path(), failed);
  if (failed || fs::exists(fs::symlink_status(file.path))) return false;
  std::ofstream stream(file.path, std::ios::binary);
  stream << file.text;
  stream.close();
  return static_cast<bool>(stream);
}

// What is wrong with a place for a pack, as a sentence; empty when it is fine.
std::string problem_with(const fs::path& folder) {
  const std::string name = folder.filename().string();
  if (!is_pack_name(name)) {
    return '"' + name + "\" is no name for a pack. Use lower-case letters, digits, - and _.";
  }
  std::error_code ignored;
  const bool is_there = fs::exists(fs::symlink_status(folder, ignored));
  if (is_there && !(fs::is_directory(folder, ignored) && fs::is_empty(folder, ignored))) {
    return folder.string() + " is there already, and nothing is overwritten. Name a new folder.";
  }
  if (shipped_packs().empty()) return "I cannot find the packs that come with the program.";
  return {};
}

}  // namespace

int run_new(const std::string& folder, std::ostream& out, std::ostream& err) {
  // Without a slash at the end, whose file name would be empty.
  fs::path target = fs::absolute(folder).lexically_normal();
  if (!target.has_filename()) target = target.parent_path();
  if (const std::string problem = problem_with(target); !problem.empty()) {
    err << problem << '\n';
    return kExitUsage;
  }
  const Starter files = starter_for(target);
  if (!files) {
    err << files.error() << '\n';
    return kExitUsage;
  }
  for (const StarterFile& file : *files) {
    if (!write_new(file)) {
      err << file.path.string() << " cannot be written. Name a folder that you may write to.\n";
      return kExitUsage;
    }
    out << "wrote " << file.path.lexically_relative(target.parent_path()).generic_string() << '\n';
  }
  out << "\nThe pack answers already, and has the safety net of safety-uk below it. Next:\n"
      << "  waymark check --pack " << folder << "\n  waymark test --pack " << folder
      << "\n  waymark chat --pack " << folder
      << "\nThen write your own words into prompts/en-GB/words.json, what people may mean into\n"
         "intents/topics.json and how the talk goes into flows/welcome.json: a flow a file, as "
         "many\n"
         "as you like. Each file names its schema, so an editor completes it and explains every "
         "key.\n";
  return kExitFine;
}

void add_new(CLI::App& program, int& exit_code) {
  CLI::App* command = program.add_subcommand("new", "Begin a pack of your own");
  command->footer(
      "  waymark new my-pack\n"
      "Writes five files that pass `check` and `test`. Nothing is ever overwritten.");
  const auto folder = std::make_shared<std::string>();
  command->add_option("dir", *folder, "The folder to make; its name becomes the pack's id")
      ->type_name("DIR")
      ->required();
  command->callback([folder, &exit_code] { exit_code = run_new(*folder, std::cout, std::cerr); });
}

}  // namespace waymark
