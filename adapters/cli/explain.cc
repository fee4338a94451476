#include "adapters/cli/explain.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <vector>

#include "adapters/cli/expectation_report.h"
#include "adapters/cli/explanation.h"
#include "adapters/cli/first_turn.h"
#include "adapters/cli/pack_choice.h"
#include "adapters/cli/program.h"
#include "adapters/cli/trace_json.h"
#include "adapters/host/labelled_text.h"
#include "adapters/host/system_clock.h"
#include "adapters/protocol/json_text.h"

namespace waymark {

namespace {

std::string error_json(std::string_view message) {
  std::string out;
  JsonObject object(out);
  object.member("error", message);
  object.close();
  return out;
}

// The words of a text that was not put in quotes.
std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += text.empty() ? word : " " + word;
  return text;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

int run_explain(const std::string& pack, const std::string& text, ExplainStyle style,
                std::ostream& out, std::ostream& err) {
  const auto loaded = load_for_command(pack, err);
  if (!loaded) return loaded.error();
  const Turn turn = first_turn(*(*loaded)->bundle, text, SystemClock().now());
  out << (style == ExplainStyle::Json ? trace_json(text, turn) + '\n' : explanation_of(text, turn));
  return kExitFine;
}

int run_expect(const std::string& pack, const std::string& text, const std::string& id,
               ExplainStyle style, std::ostream& out, std::ostream& err) {
  const auto loaded = load_for_command(pack, err);
  if (!loaded) return loaded.error();
  const auto expected = expectation_of(*(*loaded)->bundle, text, id);
  if (!expected) {
    err << expected.error() << '\n';
    return kExitUsage;
  }
  out << (style == ExplainStyle::Json ? expectation_json(text, *expected) + '\n'
                                      : expectation_text(text, *expected));
  return expected->is_met ? kExitFine : kExitFindings;
}

int run_explain_lines(const std::string& pack, std::istream& in, std::ostream& out,
                      std::ostream& err) {
  const auto loaded = load_for_command(pack, err);
  if (!loaded) return loaded.error();
  const UtcSeconds now = SystemClock().now();
  int exit_code = kExitFine;
  for (std::string line; std::getline(in, line);) {
    if (is_blank(line)) continue;
    const auto labelled = read_labelled_text(line);
    if (!labelled) exit_code = kExitUsage;
    out << (labelled
                ? verdict_json(labelled->text, first_turn(*(*loaded)->bundle, labelled->text, now))
                : error_json(labelled.error()))
        << '\n'
        << std::flush;
  }
  return exit_code;
}

void add_explain(CLI::App& program, int& exit_code) {
  struct Options {
    std::string pack;
    std::vector<std::string> text;
    std::string expected;
    bool is_json = false;
    bool is_jsonl = false;
  };
  CLI::App* command = program.add_subcommand("explain", "Say why a text routes where it does");
  command->footer(
      "  waymark explain \"how much does it cost\"\n"
      "  waymark explain \"is it dear\" --expect help.cost\n"
      "  waymark explain --jsonl < messages.jsonl");
  const auto options = std::make_shared<Options>();
  add_pack_option(*command, options->pack);
  CLI::Option* text = command->add_option("text", options->text, "What a visitor types");
  command->add_flag("--json", options->is_json, "Write the whole trace as JSON");
  CLI::Option* expected = command->add_option(
      "--expect", options->expected,
      "Say why the text is not taken for this intent or safety.* id; exit 1 where it is not");
  expected->option_text("ID");
  command
      ->add_flag("--jsonl", options->is_jsonl,
                 "Read {\"text\": ...} lines from standard input, write one line for each")
      ->excludes(text)
      ->excludes(expected);
  command->callback([options, &exit_code] {
    if (options->is_jsonl) {
      exit_code = run_explain_lines(options->pack, std::cin, std::cout, std::cerr);
      return;
    }
    if (options->text.empty()) throw CLI::RequiredError("text, or --jsonl");
    const ExplainStyle style = options->is_json ? ExplainStyle::Json : ExplainStyle::Text;
    const std::string typed = joined(options->text);
    exit_code =
        options->expected.empty()
            ? run_explain(options->pack, typed, style, std::cout, std::cerr)
            : run_expect(options->pack, typed, options->expected, style, std::cout, std::cerr);
  });
}

}  // namespace waymark
