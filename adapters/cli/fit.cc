#include "adapters/cli/fit.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "adapters/cli/cue_file.h"
#include "adapters/cli/diagnostic_report.h"
#include "adapters/cli/labelled_file.h"
#include "adapters/cli/pack_choice.h"
#include "adapters/cli/program.h"
#include "adapters/host/pack_examples.h"
#include "adapters/host/pack_loader.h"
#include "adapters/host/system_clock.h"

namespace waymark {
namespace {

constexpr int kLeastLinesOfWord = 2;

// What an example in the pack's own files counts for, against a line: they are its tests. But the
// lines on which risk rules fire were written with the rules, which look better by them than they
// are.
constexpr float kExample = 4;
constexpr float kFiringExample = 0.3F;

// What a line with an intent counts for in the fit of risk: such messages are the most by far in
// life, while the lines about risk and its look-alikes are many here.
constexpr float kPlainLine = 2;

std::string name_of(CueScale scale) { return scale == CueScale::Risk ? "risk" : "intents"; }

std::string path_of(CueScale scale) {
  return scale == CueScale::Risk ? "cues/risk.json" : "cues/intents.json";
}

// The lines of all files, or nothing where one of them cannot be used.
std::optional<std::vector<LabelledText>> read_lines(const std::vector<std::string>& paths,
                                                    std::ostream& err) {
  std::vector<LabelledText> lines;
  bool is_good = true;
  for (const std::string& path : paths) {
    auto of_file = read_labelled_file(path, "--lines", err);
    is_good = is_good && of_file;
    if (of_file) std::ranges::move(*of_file, std::back_inserter(lines));
  }
  if (!is_good) return std::nullopt;
  return lines;
}

class Fitting {
 public:
  Fitting(const FitCommand& command, PackSource source, std::ostream& err)
      : command_(command), source_(std::move(source)), err_(err) {
    // Without any cues of the pack: what is learnt does not depend on what was learnt before.
    for (std::vector<SourceFile>& files : source_.packs) {
      std::erase_if(files,
                    [](const SourceFile& file) { return file.kind_path.starts_with("cues/"); });
    }
  }

  // Empty when the pack cannot be compiled.
  std::optional<std::string> run(const std::vector<LabelledText>& lines) {
    const BundlePtr plain = compile();
    if (!plain) return std::nullopt;
    outcomes_ = cue_outcomes(*plain, command_.scale);
    const std::vector<std::string> locales = summarise(*plain).locales;
    locale_ = command_.locale.empty() ? locales.front() : command_.locale;
    if (std::ranges::find(locales, locale_) == locales.end()) {
      err_ << "The pack does not speak \"" << locale_
           << "\". Name one of its \"locales\" with --locale.\n";
      return std::nullopt;
    }
    learn_words(*plain, lines);
    const BundlePtr bundle = compile();
    if (!bundle) return std::nullopt;
    std::vector<FitLine> fit;
    add_lines(*bundle, lines, 1, fit);
    add_lines(*bundle, examples_of(source_, command_.scale, locale_), kExample, fit);
    const FittedCues fitted = fit_cues(fit, outcomes_.size(), command_.options);
    return write_cue_file({locale_, name_of(command_.scale), outcomes_}, fitted);
  }

 private:
  BundlePtr compile() {
    CompileResult result = compile_pack(source_, today(SystemClock()), Examples::Skip);
    if (!result.bundle) err_ << text_report({{}, result.diagnostics, nullptr});
    return std::move(result.bundle);
  }

  // The words of the lines join the vocabulary before cues are taken, as they will when the pack is
  // compiled with them: slips are then corrected in the same way.
  void learn_words(const Bundle& bundle, const std::vector<LabelledText>& lines) {
    std::map<std::string, int> counts;
    for (const LabelledText& line : lines) {
      for (const std::string& word : cues_in(bundle, command_.scale, line.text, locale_).words) {
        ++counts[word];
      }
    }
    FittedCues words;
    words.bias.assign(outcomes_.size(), 0);
    for (const auto& [word, count] : counts) {
      if (count < kLeastLinesOfWord) continue;
      words.cues.push_back({word, std::vector<float>(outcomes_.size(), 0)});
      words.cues.back().weights.back() = 0.01F;
    }
    const std::string path = path_of(command_.scale);
    source_.packs.back().push_back(
        {path, path, write_cue_file({locale_, name_of(command_.scale), outcomes_}, words)});
  }

  std::optional<std::uint32_t> outcome(const std::string& label) const {
    const auto found = std::ranges::find(outcomes_, label);
    if (found == outcomes_.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - outcomes_.begin());
  }

  // A line that another scale is about says "no risk" to the risk, and nothing to the intents.
  void add_lines(const Bundle& bundle, const std::vector<LabelledText>& lines, float importance,
                 std::vector<FitLine>& out) const {
    for (const LabelledText& line : lines) {
      const bool is_risk = is_safety_label(line.expected);
      if (command_.scale == CueScale::Intents && (is_risk || line.expected.empty())) continue;
      const bool is_plain = command_.scale == CueScale::Risk && !is_risk;
      const auto label = is_plain ? outcome("none") : outcome(line.expected);
      if (!label) continue;
      FitLine fit{cues_in(bundle, command_.scale, line.text, locale_).cues, *label, {}, importance};
      if (is_risk && importance > 1) fit.importance = kFiringExample;
      if (is_plain && line.expected != "none") fit.importance *= kPlainLine;
      for (const std::string& other : line.also) {
        if (is_plain) break;
        if (const auto also = outcome(other)) fit.also.push_back(*also);
      }
      out.push_back(std::move(fit));
    }
  }

  const FitCommand& command_;
  PackSource source_;
  std::ostream& err_;
  std::string locale_;
  std::vector<std::string> outcomes_;
};

}  // namespace

int run_fit(const FitCommand& command, std::ostream& out, std::ostream& err) {
  const auto lines = read_lines(command.lines, err);
  if (!lines) return kExitUsage;
  const std::string folder = command.pack.empty() ? shipped_pack().string() : command.pack;
  PackReading reading = read_pack_and_words(folder);
  for (const std::string& problem : reading.problems) err << problem << '\n';
  if (!reading.problems.empty()) return kExitUsage;
  const auto text = Fitting(command, std::move(reading.source), err).run(*lines);
  if (!text) return kExitFindings;
  std::ofstream file(command.out);
  if (!(file << *text << std::flush)) {
    err << "The file " << command.out << " cannot be written. Name another with --out.\n";
    return kExitUsage;
  }
  out << "Fitted to " << lines->size() << " lines; " << std::ranges::count(*text, '\n') - 5
      << " cues are in " << command.out << ".\n";
  return kExitFine;
}

void add_fit(CLI::App& program, int& exit_code) {
  CLI::App* command =
      program.add_subcommand("fit", "Learn the weights of a pack's cues from labelled lines");
  command->footer(
      "A line: {\"text\": \"is it free?\", \"expected\": \"help.cost\", \"also\": []}. The file "
      "that\n"
      "is written is a part of the pack: read it, then run `waymark check` and `waymark eval`.");
  const auto options = std::make_shared<FitCommand>();
  add_pack_option(*command, options->pack);
  const auto take_scale = [options](const std::string& about) {
    if (about != "intents" && about != "risk") {
      throw CLI::ValidationError("--about", "Cues are about intents or risk.");
    }
    options->scale = about == "risk" ? CueScale::Risk : CueScale::Intents;
  };
  command->add_option_function<std::string>("--about", take_scale, "What the cues are about")
      ->type_name("intents|risk")
      ->required();
  command->add_option("--lines", options->lines, "Files of labelled lines")
      ->type_name("FILE")
      ->required();
  command
      ->add_option("--locale", options->locale,
                   "Language of the lines; the pack's first one if not given")
      ->type_name("ID");
  command->add_option("--out", options->out, "The file to write")->type_name("FILE")->required();
  command->add_option("--rounds", options->options.rounds, "Passes over the lines")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  command->add_option("--left-out", options->options.left_out, "Share of cues left out each time")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  command->add_option("--rate", options->options.rate, "Rate of learning")->capture_default_str();
  command->add_option("--decay", options->options.decay, "Pull of weights towards 0")
      ->capture_default_str();
  command
      ->add_option("--least-lines", options->options.least_lines,
                   "Cues of fewer lines are passed over")
      ->capture_default_str();
  command
      ->add_option("--least-weight", options->options.least_weight, "Smaller weights are dropped")
      ->capture_default_str();
  command->add_option("--repeats", options->options.repeats, "Fits that the mean is taken of")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  command->callback([options, &exit_code] { exit_code = run_fit(*options, std::cout, std::cerr); });
}

}  // namespace waymark
