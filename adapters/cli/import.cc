#include "adapters/cli/import.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <sstream>
#include <system_error>
#include <utility>

#include "adapters/cli/program.h"
#include "adapters/directory/directory_file.h"
#include "adapters/directory/listing_csv.h"
#include "adapters/directory/listing_fields.h"
#include "adapters/directory/open_referral.h"
#include "adapters/directory/place_import.h"
#include "adapters/host/plain_file.h"

namespace waymark {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxListBytes = 256U << 20U;

std::string counted(std::size_t count, const std::string& one, const std::string& more) {
  return std::to_string(count) + ' ' + (count == 1 ? one : more);
}

void tell(const std::vector<ImportFinding>& findings, std::ostream& err) {
  for (const ImportFinding& finding : findings) {
    err << finding.place << ": " << (finding.is_refusal ? "refused" : "note") << ": "
        << finding.reason << ' ' << finding.remedy << '\n';
  }
}

std::size_t refusals(const std::vector<ImportFinding>& findings) {
  return static_cast<std::size_t>(std::ranges::count(findings, true, &ImportFinding::is_refusal));
}

// By the end of its name, or by its first letter.
bool is_json(const std::string& path, const std::string& text) {
  if (path.ends_with(".json")) return true;
  if (path.ends_with(".csv")) return false;
  const std::string_view content = without_blanks(text);
  return content.starts_with('{') || content.starts_with('[');
}

ListingImport read_list(const std::string& path, const std::string& list) {
  const auto file = read_plain_file(path, kMaxListBytes);
  if (!file) {
    return {
        {},
        {{path, "The file " + describe_file_problem(file.error()) + ".", "Name another.", true}}};
  }
  if (is_json(path, file->text)) return read_open_referral(file->text, path, list);
  std::istringstream in(file->text);
  return read_listing_csv(in, path);
}

// Written beside the file and put in its place at once.
bool write_whole(const fs::path& path, const std::string& text) {
  fs::path draft = path;
  draft += ".new-" + std::to_string(::getpid());
  std::error_code failed;
  {
    std::ofstream file(draft, std::ios::binary);
    file << text << std::flush;
    if (!file) failed = std::make_error_code(std::errc::io_error);
  }
  if (!failed) fs::rename(draft, path, failed);
  if (!failed) return true;
  fs::remove(draft, failed);
  return false;
}

}  // namespace

int run_import_directory(const ImportCommand& command, std::ostream& out, std::ostream& err) {
  ListingImport all;
  std::vector<std::string> places;
  for (const std::string& path : command.files) {
    ListingImport read = read_list(path, command.list);
    places.insert(places.end(), read.listings.size(), path);
    std::ranges::move(read.listings, std::back_inserter(all.listings));
    std::ranges::move(read.findings, std::back_inserter(all.findings));
  }
  drop_doubles(all.listings, places, all.findings);
  tell(all.findings, err);
  if (all.listings.empty()) {
    err << "There is no entry to take over; nothing was written.\n";
    return kExitFindings;
  }
  if (const auto written = write_directory(command.out, all.listings); !written) {
    err << written.error() << '\n';
    return kExitUsage;
  }
  const std::size_t refused = refusals(all.findings);
  out << counted(all.listings.size(), "entry is", "entries are") << " in " << command.out << "; "
      << counted(refused, "thing was", "things were") << " refused.\n";
  return refused == 0 ? kExitFine : kExitFindings;
}

int run_import_places(const ImportCommand& command, std::ostream& out, std::ostream& err) {
  PlaceImport places;
  for (const std::string& path : command.files) {
    std::ifstream in(path, std::ios::binary);
    if (!in) {
      err << path << " cannot be read. Name another.\n";
      return kExitUsage;
    }
    places.read(in, path);
  }
  tell(places.findings(), err);
  if (places.codes() == 0) {
    err << "There is no place to take over; nothing was written.\n";
    return kExitFindings;
  }
  if (!write_whole(command.out, places.json())) {
    err << command.out << " cannot be written. Name another with --out.\n";
    return kExitUsage;
  }
  out << counted(places.codes(), "outward code", "outward codes") << " from "
      << counted(places.postcodes(), "postcode", "postcodes") << " are in " << command.out << ".\n";
  return places.findings().empty() ? kExitFine : kExitFindings;
}

namespace {

std::string directory_help() {
  std::string columns;
  std::size_t width = 0;
  for (const std::string& column : listing_columns()) {
    if (width > 60) {
      columns += "\n ";
      width = 0;
    }
    columns += ' ' + column;
    width += column.size() + 1;
  }
  return "A CSV file begins with a row that names its columns, in any order; id and name must be "
         "there:\n " +
         columns +
         "\nneeds, languages, registers and nations hold several at once: grief; birth. Prices "
         "are\n"
         "pounds, in_person, online and low_cost yes or no. Of a postcode its first half is kept.\n"
         "A JSON file holds services of Open Referral UK (HSDS-UK 3). "
         "adapters/directory/README.md\n"
         "says more. What is refused is listed with its place; the rest is written, all at once,\n"
         "so a server may read the file meanwhile. `waymark serve --directory FILE` uses it.";
}

void add_files(CLI::App& command, ImportCommand& options) {
  command.add_option("FILE", options.files, "Files to read")->required();
  command.add_option("--out", options.out, "The file to write")->type_name("FILE")->required();
}

}  // namespace

void add_import(CLI::App& program, int& exit_code) {
  CLI::App* command =
      program.add_subcommand("import", "Make a directory or exact places from files of others");
  command->require_subcommand(1);
  const auto options = std::make_shared<ImportCommand>();
  CLI::App* directory = command->add_subcommand(
      "directory", "Therapists and services, from CSV or Open Referral UK, into SQLite");
  directory->footer(directory_help());
  add_files(*directory, *options);
  directory->add_option("--list", options->list, "The list that services of JSON files go to")
      ->capture_default_str();
  directory->callback(
      [options, &exit_code] { exit_code = run_import_directory(*options, std::cout, std::cerr); });
  CLI::App* places = command->add_subcommand(
      "places", "Outward codes, from the ONS Postcode Directory or Code-Point Open");
  places->footer(
      "The ONS file is ONSPD_..._UK.csv, with its header; Code-Point Open comes as many files\n"
      "without one, which are all named. Keep what is written in the pack's folder places/, as\n"
      "outward.json: distances are then told from the visitor's own postcode district.");
  add_files(*places, *options);
  places->callback(
      [options, &exit_code] { exit_code = run_import_places(*options, std::cout, std::cerr); });
}

}  // namespace waymark
