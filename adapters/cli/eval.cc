#include "adapters/cli/eval.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <utility>
#include <vector>

#include "adapters/cli/first_turn.h"
#include "adapters/cli/labelled_file.h"
#include "adapters/cli/pack_choice.h"
#include "adapters/cli/program.h"
#include "adapters/host/system_clock.h"

namespace waymark {

namespace {

Prediction predict(const Bundle& bundle, const std::string& text, UtcSeconds now) {
  const Turn turn = first_turn(bundle, text, now);
  Prediction predicted{turn.trace.intent, turn.trace.safety, {}};
  for (const IntentId& intent : turn.trace.suggestions) {
    predicted.suggestions.push_back(intent.value);
  }
  return predicted;
}

}  // namespace

int run_eval(const EvalOptions& options, std::ostream& out, std::ostream& err) {
  const auto loaded = load_for_command(options.pack, err);
  if (!loaded) return loaded.error();
  auto set = read_labelled_file(options.set, "--set", err);
  if (!set) return kExitUsage;
  const UtcSeconds now = SystemClock().now();
  std::vector<ScoredText> texts;
  for (LabelledText& labelled : *set) {
    Prediction predicted = predict(*(*loaded)->bundle, labelled.text, now);
    texts.push_back({std::move(labelled), std::move(predicted)});
  }
  const Score result = score(texts);
  out << (options.is_json ? score_json(result, texts, options.misses)
                          : score_text(result, texts, options.misses));
  return kExitFine;
}

void add_eval(CLI::App& program, int& exit_code) {
  CLI::App* command =
      program.add_subcommand("eval", "Score how well a set of messages is understood");
  command->footer(
      "A line of the set: {\"text\": \"is it free?\", \"expected\": \"help.cost\", \"also\": []}.\n"
      "\"also\" lists labels that are as good; \"tier\" and \"kind\" part the safety figures.");
  const auto options = std::make_shared<EvalOptions>();
  add_pack_option(*command, options->pack);
  command->add_option("--set", options->set, "The messages, one JSON object a line")
      ->type_name("FILE")
      ->required();
  command->add_flag_callback(
      "--misses", [options] { options->misses = Misses::Listed; },
      "List each message that was missed");
  command->add_flag("--json", options->is_json, "Write the figures as JSON");
  command->callback(
      [options, &exit_code] { exit_code = run_eval(*options, std::cout, std::cerr); });
}

}  // namespace waymark
