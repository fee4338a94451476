#include "adapters/cli/graph.h"

#include <CLI/CLI.hpp>
#include <expected>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <utility>

#include "adapters/cli/graph_dot.h"
#include "adapters/cli/graph_mermaid.h"
#include "adapters/cli/pack_choice.h"
#include "adapters/cli/program.h"
#include "adapters/host/outside_program.h"
#include "adapters/host/rehearsal_files.h"
#include "adapters/host/system_clock.h"

namespace waymark {

namespace {

namespace fs = std::filesystem;

// A drawing, or a sentence that says why there is none.
using Drawn = std::expected<std::string, std::string>;

Drawn svg_of(const std::string& dot) {
  const auto run = run_outside_program({"dot", "-Tsvg"}, dot);
  if (!run) {
    return std::unexpected(
        run.error() == std::errc::no_such_file_or_directory
            ? std::string("The program \"dot\" is not there. Install the Debian package graphviz.")
            : "The program \"dot\" cannot be run: " + run.error().message() + '.');
  }
  if (run->exit_code != 0) {
    return std::unexpected("The program \"dot\" failed. It says: " + run->err);
  }
  return run->out;
}

Drawn drawing_of(const DialogMap& map, GraphFormat format, const std::string& title) {
  switch (format) {
    case GraphFormat::Dot: return graph_dot(map, title);
    case GraphFormat::Mermaid: return graph_mermaid(map, title);
    case GraphFormat::Svg: return svg_of(graph_dot(map, title));
  }
  return {};
}

// Plays the pack's conversation tests and notes where they went.
int add_visits(const GraphOptions& options, const fs::path& folder, const Clock& clock,
               DialogMap& map, std::ostream& err) {
  const auto loaded = load_for_command(options.pack, err);
  if (!loaded) return loaded.error();
  const auto files = read_rehearsals(folder);
  if (!files) {
    err << files.error() << ".\n";
    return kExitUsage;
  }
  map.has_visits = true;
  for (const SourceFile& file : *files) {
    mark_visits(map, rehearse(*(*loaded)->bundle, file, {clock.now(), {}}));
  }
  return kExitFine;
}

int report_no_map(const MapResult& result, std::ostream& err) {
  for (const Diagnostic& problem : result.diagnostics) err << format_diagnostic(problem) << '\n';
  err << "A pack with broken references has no graph. Mend these first.\n";
  return kExitFindings;
}

int report_no_flow(const DialogMap& map, const std::string& flow, std::ostream& err) {
  err << "There is no flow \"" << flow << "\". There are:";
  for (const MapCluster& cluster : map.clusters) {
    if (cluster.id != kCrisisCluster) err << ' ' << cluster.id;
  }
  err << '\n';
  return kExitUsage;
}

int write_to(const std::string& path, const std::string& text, std::ostream& out,
             std::ostream& err) {
  if (path.empty()) {
    out << text;
    return kExitFine;
  }
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << text;
  file.close();
  if (file) return kExitFine;
  err << path << " cannot be written. Name a file in a folder that is there.\n";
  return kExitUsage;
}

}  // namespace

int run_graph(const GraphOptions& options, const Clock& clock, std::ostream& out,
              std::ostream& err) {
  const fs::path folder = options.pack.empty() ? shipped_pack() : fs::path(options.pack);
  PackReading reading = read_pack_and_words(folder);
  if (!reading.problems.empty()) return report_unreadable({nullptr, reading.problems, {}}, err);
  MapResult result = map_dialogs(reading.source, today(clock));
  if (!result.map) return report_no_map(result, err);
  DialogMap map = std::move(*result.map);
  if (options.with_coverage) {
    const int exit_code = add_visits(options, folder, clock, map, err);
    if (exit_code != kExitFine) return exit_code;
  }
  for (const Diagnostic& finding : map.elsewhere) {
    err << "not drawn: " << format_diagnostic(finding) << '\n';
  }
  std::string title = "Pack " + fs::weakly_canonical(folder).filename().string();
  if (!options.flow.empty()) {
    auto part = only_flow(map, options.flow);
    if (!part) return report_no_flow(map, options.flow, err);
    map = std::move(*part);
    title += ", flow " + options.flow;
  }
  const Drawn drawn = drawing_of(map, options.format, title);
  if (!drawn) {
    err << drawn.error() << '\n';
    return kExitUsage;
  }
  return write_to(options.out_file, *drawn, out, err);
}

void add_graph(CLI::App& program, int& exit_code) {
  const std::map<std::string, GraphFormat> formats = {
      {"dot", GraphFormat::Dot}, {"mermaid", GraphFormat::Mermaid}, {"svg", GraphFormat::Svg}};
  CLI::App* command = program.add_subcommand("graph", "Draw the dialog graph of a pack");
  command->footer(
      "  waymark graph --format svg --out graph.svg --coverage\n"
      "  waymark graph --format mermaid --flow help.cost\n"
      "What proofs find is drawn at its node. SVG needs the Debian package graphviz.");
  const auto options = std::make_shared<GraphOptions>();
  add_pack_option(*command, options->pack);
  command->add_option("--format", options->format, "dot, mermaid or svg; dot if not given")
      ->transform(CLI::Transformer(formats))
      ->option_text("FORMAT");
  command->add_option("--out", options->out_file, "Where to write it; standard output if not given")
      ->type_name("FILE");
  command->add_option("--flow", options->flow, "Draw this flow alone")->type_name("ID");
  command->add_flag("--coverage", options->with_coverage,
                    "Play the conversation tests and colour what they visited");
  command->callback([options, &exit_code] {
    exit_code = run_graph(*options, SystemClock(), std::cout, std::cerr);
  });
}

}  // namespace waymark
