#include "adapters/cli/test.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string_view>
#include <thread>
#include <vector>

#include "adapters/cli/chat_file.h"
#include "adapters/cli/coverage_report.h"
#include "adapters/cli/mutation_report.h"
#include "adapters/cli/pack_choice.h"
#include "adapters/cli/program.h"
#include "adapters/cli/rehearsal_report.h"
#include "adapters/directory/pack_lists.h"
#include "adapters/host/pack_loader.h"
#include "adapters/host/rehearsal_files.h"
#include "adapters/host/system_clock.h"
#include "adapters/protocol/json_text.h"
#include "adapters/seal/session_seal.h"
#include "engine/api/rehearsal.h"
#include "engine/api/suggestion.h"

namespace waymark {

namespace {

namespace fs = std::filesystem;

// A pack with the texts that it was compiled from, which coverage and mutants go back to.
struct TriedPack {
  fs::path folder;
  PackSource source;
  BundlePtr bundle;
  std::shared_ptr<const ServiceDirectory> directory;  // null: the pack brings no lists
};

std::optional<TriedPack> load_tried_pack(const TestCommand& command, const Clock& clock,
                                         std::ostream& err, int& exit_code) {
  TriedPack pack{command.pack.empty() ? shipped_pack() : fs::path(command.pack), {}, {}, {}};
  exit_code = kExitUsage;
  if (pack.folder.empty()) {
    err << "I cannot find the pack that comes with the program. Name one with --pack.\n";
    return std::nullopt;
  }
  PackReading reading = read_pack_and_words(pack.folder);
  for (const std::string& problem : reading.problems) err << problem << '\n';
  if (!reading.problems.empty()) return std::nullopt;
  auto lists = hold_pack_lists(pack.folder);
  if (!lists) {
    err << lists.error() << '\n';
    return std::nullopt;
  }
  pack.directory = *std::move(lists);
  exit_code = kExitFindings;
  pack.source = std::move(reading.source);
  CompileResult result = compile_pack(pack.source, today(clock), Examples::Skip);
  if (!result.bundle) {
    for (const Diagnostic& problem : result.diagnostics) err << format_diagnostic(problem) << '\n';
    return std::nullopt;
  }
  pack.bundle = std::move(result.bundle);
  return pack;
}

// A record as it goes to a visitor and comes back: sealed and opened.
RecordCarrier sealing_carrier(UtcSeconds now) {
  const auto seal = std::make_shared<SessionSeal>(KeyRing::generate(), SealPolicy{});
  return [seal, now](std::string_view record) -> std::optional<std::string> {
    const std::string token = seal->seal({std::string(record), seal->end_of_new(now)}, now);
    auto opened = seal->open(token, now);
    if (!opened) return std::nullopt;
    return std::move(opened->record);
  };
}

class TestRun {
 public:
  TestRun(const TestCommand& command, const TriedPack& pack, std::vector<SourceFile> chats,
          UtcSeconds now, const CommandStreams& streams)
      : command_(command),
        pack_(pack),
        chats_(std::move(chats)),
        now_(now),
        streams_(streams),
        items_(coverage_items(*pack.bundle, pack.source)) {}

  int run() {
    play();
    if (command_.mutates) mutate();
    if (command_.is_json) {
      tell_json();
    } else {
      tell_text();
    }
    bool is_fine = report_.failures() == 0 && check_coverage();
    if (command_.updates) is_fine = update() && is_fine;
    if (report_.talks.empty()) {
      streams_.err << "There is no conversation test below " << (pack_.folder / "tests").string()
                   << ".\n";
      return kExitFindings;
    }
    if (!command_.junit.empty() && !write_junit()) return kExitUsage;
    return is_fine ? kExitFine : kExitFindings;
  }

 private:
  void play() {
    const RehearsalSetting setting{now_, sealing_carrier(now_), pack_.directory.get()};
    report_.covered.resize(items_.size());
    for (const SourceFile& chat : chats_) report_.add(rehearse(*pack_.bundle, chat, setting));
  }

  void mutate() {
    const MutationTrial trial(pack_.bundle, pack_.source, chats_, now_, pack_.directory.get());
    outcome_ = try_mutants(trial, {command_.mutants, command_.seed},
                           std::max(1U, std::thread::hardware_concurrency()));
  }

  void tell_text() {
    streams_.out << rehearsal_text(report_);
    streams_.out << '\n' << coverage_table(count_covered(items_, report_.covered));
    if (command_.shows_coverage) streams_.out << uncovered_list(items_, report_.covered);
    if (outcome_) streams_.out << '\n' << mutation_text(*outcome_);
    if (command_.suggests) suggest();
  }

  void tell_json() {
    std::string json;
    JsonObject object(json);
    object.member("pack", summarise(*pack_.bundle).pack);
    object.member("turns", report_.turns());
    object.member("checks", report_.checks());
    object.member("failed", report_.failures());
    append_rehearsal_json(object.begin("conversations"), report_);
    append_coverage_json(object.begin("coverage"), items_, report_.covered);
    if (outcome_) append_mutation_json(object.begin("mutation"), *outcome_);
    if (command_.suggests) {
      append_json_list(object.begin("suggestions"), suggestions(),
                       [&json](const std::string& talk) { append_json_string(json, talk); });
    }
    object.close();
    streams_.out << json << '\n';
  }

  [[nodiscard]] std::vector<std::string> suggestions() const {
    return suggest_talks(*pack_.bundle, pack_.source, report_.covered, {.now = now_});
  }

  void suggest() {
    const std::vector<std::string> talks = suggestions();
    if (talks.empty()) streams_.out << "\nNothing more can be suggested.\n";
    for (const std::string& talk : talks) streams_.out << '\n' << talk;
  }

  // Tells what is under the minimum.
  bool check_coverage() {
    const double least = command_.min_coverage.value_or(summarise(*pack_.bundle).min_coverage);
    const CoverageCounts counts = count_covered(items_, report_.covered);
    bool is_enough = true;
    for (const CoverageKind kind : {CoverageKind::Node, CoverageKind::Edge}) {
      const CoverageCount& count = counts[static_cast<std::size_t>(kind)];
      if (count.share() >= least) continue;
      is_enough = false;
      streams_.err << "The tests visit " << share_text(count.share()) << " of the " << name_of(kind)
                   << "; " << share_text(least) << " is the least. See them with --coverage.\n";
    }
    return is_enough;
  }

  // Whether every failure was mended.
  bool update() {
    const std::vector<MendedLine> mended = mended_lines(report_, chats_);
    if (mended.empty()) {
      streams_.out << "\nThere is no line to update.\n";
      return report_.failures() == 0;
    }
    streams_.out << '\n' << mended_diff(chats_, mended);
    if (!may_write(mended.size())) {
      streams_.out << "Nothing was written. Say --yes to write it.\n";
      return false;
    }
    if (!write_mended(chats_, mended, streams_.err)) return false;
    streams_.out << mended.size() << " lines were written. Read them: they are tests now.\n";
    if (mended.size() < report_.failures()) {
      streams_.out << report_.failures() - mended.size()
                   << " failures are left for you to decide (safety, words, choices).\n";
    }
    return mended.size() == report_.failures();
  }

  bool may_write(std::size_t lines) {
    if (command_.is_sure) return true;
    if (!streams_.is_terminal) return false;
    streams_.out << "Write these " << lines << " lines? [y/N] " << std::flush;
    std::string answer;
    return std::getline(streams_.in, answer) && (answer == "y" || answer == "yes");
  }

  bool write_junit() {
    std::ofstream file(command_.junit);
    if (file << rehearsal_junit(report_, summarise(*pack_.bundle).pack) << std::flush) return true;
    streams_.err << command_.junit << " cannot be written. Name another file with --junit.\n";
    return false;
  }

  const TestCommand& command_;
  const TriedPack& pack_;
  std::vector<SourceFile> chats_;
  UtcSeconds now_;
  const CommandStreams& streams_;
  std::vector<CoverageItem> items_;
  RehearsalReport report_;
  std::optional<MutationOutcome> outcome_;
};

}  // namespace

int run_test(const TestCommand& command, const Clock& clock, const CommandStreams& streams) {
  int exit_code = kExitFine;
  const auto pack = load_tried_pack(command, clock, streams.err, exit_code);
  if (!pack) return exit_code;
  auto chats = read_rehearsals(pack->folder);
  if (!chats) {
    streams.err << chats.error() << ".\n";
    return kExitUsage;
  }
  return TestRun(command, *pack, std::move(*chats), clock.now(), streams).run();
}

void add_test(CLI::App& program, int& exit_code) {
  CLI::App* command = program.add_subcommand("test", "Play a pack's conversation tests");
  command->footer(
      "Tests are the *.chat files below the pack's tests/ folder; dialogs/README.md\n"
      "shows how to write one. Without flags, the tests are played and the coverage is shown.");
  const auto options = std::make_shared<TestCommand>();
  add_pack_option(*command, options->pack);
  command->add_option("--junit", options->junit, "Also write the results to FILE as JUnit XML")
      ->type_name("FILE");
  command->add_flag("--json", options->is_json, "Write everything as one line of JSON");
  command->add_flag("--coverage", options->shows_coverage, "List what no test visits");
  command
      ->add_option("--min-coverage", options->min_coverage,
                   "Fail when a smaller share of the nodes or edges is visited, such as 0.95")
      ->check(CLI::Range(0.0, 1.0))
      ->type_name("SHARE");
  command->add_flag("--suggest", options->suggests,
                    "Print the shortest conversations that visit what no test visits");
  CLI::Option* update = command->add_flag("--update", options->updates,
                                          "Show how lines that fail would be corrected, and ask");
  command->add_flag("--yes", options->is_sure, "Correct them without asking")->needs(update);
  CLI::Option* mutate =
      command->add_flag("--mutate", options->mutates,
                        "Change rules and edges one at a time, and list what no test notices");
  command->add_option("--mutants", options->mutants, "Try only so many changes, drawn by the seed")
      ->type_name("NUMBER")
      ->needs(mutate);
  command->add_option("--seed", options->seed, "What the draw begins with; 1 if not given")
      ->type_name("NUMBER")
      ->needs(mutate);
  command->callback([options, &exit_code] {
    exit_code = run_test(*options, SystemClock(),
                         {std::cin, std::cout, std::cerr, isatty(STDIN_FILENO) == 1});
  });
}

}  // namespace waymark
