#include "adapters/cli/check.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <map>
#include <memory>

#include "adapters/cli/diagnostic_report.h"
#include "adapters/cli/pack_choice.h"
#include "adapters/cli/program.h"
#include "adapters/host/pack_loader.h"
#include "adapters/host/system_clock.h"
#include "engine/api/proof.h"

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

void add_proof(const LoadedPackPtr& pack, CheckResult& result) {
  if (pack == nullptr) return;
  result.proof = prove(*pack->bundle);
  result.diagnostics.insert(result.diagnostics.end(), result.proof->findings.begin(),
                            result.proof->findings.end());
}

}  // namespace

int run_check(const std::string& pack, ReportFormat format, WarningsAre warnings,
              std::chrono::year_month_day today, std::ostream& out, std::ostream& err) {
  const std::filesystem::path folder = pack.empty() ? shipped_pack() : std::filesystem::path(pack);
  if (folder.empty()) {
    err << "I cannot find the pack that comes with the program. Name one with --pack.\n";
    return kExitUsage;
  }
  const PackLoad load = load_pack(folder, today);
  CheckResult result{load.unreadable, load.diagnostics};
  if (load.pack) result.summary = &load.pack->summary;
  if (load.unreadable.empty()) add_proof(load.pack ? load.pack : tried_out(folder, today), result);
  // Read again only where there is something to show: a good pack need not be kept as text.
  if (format == ReportFormat::Text && std::ranges::any_of(result.diagnostics, is_about_phrase)) {
    result.source = read_pack(folder).source;
  }
  out << report(result, format);
  if (!load.unreadable.empty()) return kExitUsage;
  const bool has_findings = load.pack == nullptr || has_errors(result.diagnostics) ||
                            (warnings == WarningsAre::Findings && !result.diagnostics.empty());
  return has_findings ? kExitFindings : kExitFine;
}

void add_check(CLI::App& program, int& exit_code) {
  struct Options {
    std::string pack;
    ReportFormat format = ReportFormat::Text;
    bool is_strict = false;
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
  command->callback([options, &exit_code] {
    exit_code = run_check(options->pack, options->format,
                          options->is_strict ? WarningsAre::Findings : WarningsAre::Fine,
                          today(SystemClock()), std::cout, std::cerr);
  });
}

}  // namespace waymark
