#include "adapters/cli/check.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <map>
#include <memory>

#include "adapters/cli/diagnostic_report.h"
#include "adapters/cli/pack_choice.h"
#include "adapters/cli/pack_lines.h"
#include "adapters/cli/program.h"
#include "adapters/host/pack_loader.h"
#include "adapters/host/system_clock.h"
#include "engine/api/pattern_proof.h"
#include "engine/api/proof.h"
#include "engine/api/reroute.h"

namespace waymark {

namespace {

std::string report(const CheckResult& result, ReportFormat format) {
  switch (format) {
    case ReportFormat::Text: return text_report(result);
    case ReportFormat::Json: return json_report(result);
    case ReportFormat::Sarif: return sarif_report(result);
  }
  return {};
}

// Examples that fail are no reason not to prove the rest: every problem is told at once.
LoadedPackPtr tried_out(const std::filesystem::path& folder, std::chrono::year_month_day today) {
  return load_pack(folder, today, Examples::Skip).pack;
}

void add_proofs(const Bundle& bundle, CheckResult& result) {
  const auto add = [&result](const std::vector<Diagnostic>& findings) {
    result.diagnostics.insert(result.diagnostics.end(), findings.begin(), findings.end());
  };
  result.proof = prove(bundle);
  add(result.proof->findings);
  result.patterns = prove_patterns(bundle);
  add(result.patterns->findings);
}

// Which known lines of the pack the version in the other folder takes for something else. False
// when that version cannot be used.
bool add_reroutes(const std::filesystem::path& folder, const Bundle& bundle,
                  const std::string& against, std::chrono::year_month_day today,
                  CheckResult& result, std::ostream& err) {
  const LoadedPackPtr before = tried_out(against, today);
  if (before == nullptr) {
    err << "The pack in " << against << " cannot be used: see waymark check --pack " << against
        << ".\n";
    return false;
  }
  const std::vector<KnownLine> lines = lines_of_pack(folder);
  result.reroutes = RerouteResult{against, lines.size(), reroutes(*before->bundle, bundle, lines)};
  return true;
}

}  // namespace

int run_check(const CheckOptions& options, std::chrono::year_month_day today, std::ostream& out,
              std::ostream& err) {
  const std::filesystem::path folder =
      options.pack.empty() ? shipped_pack() : std::filesystem::path(options.pack);
  if (folder.empty()) {
    err << "I cannot find the pack that comes with the program. Name one with --pack.\n";
    return kExitUsage;
  }
  const PackLoad load = load_pack(folder, today);
  CheckResult result{load.unreadable, load.diagnostics};
  if (load.pack) result.summary = &load.pack->summary;
  const LoadedPackPtr pack =
      load.pack || !load.unreadable.empty() ? load.pack : tried_out(folder, today);
  if (pack != nullptr) {
    add_proofs(*pack->bundle, result);
    result.lists_overlaps = options.overlaps == OverlapsAre::Listed;
    if (!options.against.empty() &&
        !add_reroutes(folder, *pack->bundle, options.against, today, result, err)) {
      return kExitUsage;
    }
  }
  // Read again only where there is something to show: a good pack need not be kept as text.
  if (options.format == ReportFormat::Text &&
      std::ranges::any_of(result.diagnostics, is_about_phrase)) {
    result.source = read_pack(folder).source;
  }
  out << report(result, options.format);
  if (!load.unreadable.empty()) return kExitUsage;
  const bool has_findings =
      load.pack == nullptr || has_errors(result.diagnostics) ||
      (options.warnings == WarningsAre::Findings && !result.diagnostics.empty());
  return has_findings ? kExitFindings : kExitFine;
}

void add_check(CLI::App& program, int& exit_code) {
  struct Options : CheckOptions {
    bool is_strict = false;
    bool lists_overlaps = false;
  };
  const std::map<std::string, ReportFormat> formats = {
      {"text", ReportFormat::Text}, {"json", ReportFormat::Json}, {"sarif", ReportFormat::Sarif}};
  CLI::App* command =
      program.add_subcommand("check", "Compile and prove a pack; list every problem in it");
  command->footer("dialogs/DIAGNOSTICS.md explains each code.");
  const auto options = std::make_shared<Options>();
  add_pack_option(*command, options->pack);
  command->add_option("--format", options->format, "text, json or sarif")
      ->transform(CLI::Transformer(formats))
      ->option_text("FORMAT");
  command->add_flag("--strict", options->is_strict, "Take a warning as seriously as an error");
  command->add_flag("--overlaps", options->lists_overlaps,
                    "List where rules of two intents claim the same words, and which goes first");
  command
      ->add_option("--against", options->against,
                   "List which examples and test lines the pack in DIR takes for something else")
      ->option_text("DIR");
  command->callback([options, &exit_code] {
    if (options->is_strict) options->warnings = WarningsAre::Findings;
    if (options->lists_overlaps) options->overlaps = OverlapsAre::Listed;
    exit_code = run_check(*options, today(SystemClock()), std::cout, std::cerr);
  });
}

}  // namespace waymark
