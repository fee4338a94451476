#include "adapters/cli/diff.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "adapters/cli/difference_report.h"
#include "adapters/cli/pack_choice.h"
#include "adapters/cli/program.h"
#include "adapters/host/rehearsal_files.h"
#include "adapters/host/system_clock.h"

namespace waymark {

namespace {

struct ReadVersion {
  PackSource source;
  BundlePtr bundle;
  std::vector<SourceFile> rehearsals;
};

// Lists on `err` why a pack cannot be compared.
std::optional<ReadVersion> read_version(const std::string& pack, const Clock& clock,
                                        std::ostream& err) {
  PackReading reading = read_pack_and_words(pack);
  for (const std::string& problem : reading.problems) err << problem << '\n';
  if (!reading.problems.empty()) return std::nullopt;
  CompileResult compiled = compile_pack(reading.source, today(clock), Examples::Skip);
  if (compiled.bundle == nullptr) {
    for (const Diagnostic& each : compiled.diagnostics) err << format_diagnostic(each) << '\n';
    err << pack << " does not compile, so it cannot be compared.\n";
    return std::nullopt;
  }
  auto rehearsals = read_rehearsals(pack);
  if (!rehearsals) {
    err << rehearsals.error() << ".\n";
    return std::nullopt;
  }
  return ReadVersion{std::move(reading.source), std::move(compiled.bundle), std::move(*rehearsals)};
}

// The conversations of both versions; one that did not change is played once.
std::vector<SourceFile> rehearsals_of(const ReadVersion& before, const ReadVersion& after) {
  std::vector<SourceFile> files = after.rehearsals;
  for (const SourceFile& file : before.rehearsals) {
    const bool is_same = std::ranges::any_of(after.rehearsals, [&file](const SourceFile& other) {
      return other.kind_path == file.kind_path && other.text == file.text;
    });
    if (!is_same) files.push_back(file);
  }
  return files;
}

}  // namespace

int run_diff(const std::string& old_pack, const std::string& new_pack, DiffStyle style,
             const Clock& clock, std::ostream& out, std::ostream& err) {
  const auto before = read_version(old_pack, clock, err);
  const auto after = read_version(new_pack, clock, err);
  if (!before || !after) return kExitUsage;
  Differences differences;
  differences.changes =
      changes_between({before->source, *before->bundle}, {after->source, *after->bundle});
  for (const SourceFile& file : rehearsals_of(*before, *after)) {
    std::ranges::move(changed_answers(*before->bundle, *after->bundle, file, clock.now()),
                      std::back_inserter(differences.answers));
  }
  out << (style == DiffStyle::Json ? differences_json(differences) : differences_text(differences));
  const bool is_same = differences.changes.empty() && differences.answers.empty();
  return is_same ? kExitFine : kExitFindings;
}

void add_diff(CLI::App& program, int& exit_code) {
  struct Options {
    std::string before;
    std::string after;
    bool is_json = false;
  };
  CLI::App* command =
      program.add_subcommand("diff", "Say in plain English what differs between two packs");
  command->footer(
      "  waymark diff published/ipt-depression dialogs/ipt-depression\n"
      "Exit codes: 0 no difference, 1 differences, 2 a pack that cannot be compared.");
  const auto options = std::make_shared<Options>();
  command->add_option("old", options->before, "Folder of the old pack")->required();
  command->add_option("new", options->after, "Folder of the new pack")->required();
  command->add_flag("--json", options->is_json, "Write the differences as JSON");
  command->callback([options, &exit_code] {
    exit_code = run_diff(options->before, options->after,
                         options->is_json ? DiffStyle::Json : DiffStyle::Text, SystemClock(),
                         std::cout, std::cerr);
  });
}

}  // namespace waymark
