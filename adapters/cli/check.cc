#include "adapters/cli/check.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <map>
#include <memory>

#include "adapters/cli/diagnostic_report.h"
#include "adapters/cli/pack_choice.h"
#include "adapters/cli/program.h"
#include "adapters/host/system_clock.h"

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

}  // namespace

int run_check(const std::string& pack, ReportFormat format, WarningsAre warnings,
              std::chrono::year_month_day today, std::ostream& out, std::ostream& err) {
  const std::filesystem::path folder = pack.empty() ? shipped_pack() : std::filesystem::path(pack);
  if (folder.empty()) {
    err << "I cannot find the pack that comes with the program. Name one with --pack.\n";
    return kExitUsage;
  }
  const PackLoad load = load_pack(folder, today);
  out << report({load.unreadable, load.diagnostics, load.pack ? &load.pack->summary : nullptr},
                format);
  if (!load.unreadable.empty()) return kExitUsage;
  const bool has_findings =
      load.pack == nullptr || (warnings == WarningsAre::Findings && !load.diagnostics.empty());
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
      program.add_subcommand("check", "Compile a pack and list every problem in it");
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
