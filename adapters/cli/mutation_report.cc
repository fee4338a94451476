#include "adapters/cli/mutation_report.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <thread>

#include "adapters/cli/coverage_report.h"
#include "adapters/cli/text_wrap.h"
#include "adapters/protocol/json_text.h"

namespace waymark {
namespace {

constexpr std::size_t kNameWidth = 22;
constexpr std::size_t kFigureWidth = 12;

struct KindCount {
  std::size_t all = 0;
  std::size_t by_talk = 0;
  std::size_t by_example = 0;
  std::size_t untouched = 0;

  [[nodiscard]] std::size_t noticed() const { return by_talk + by_example; }
  void add(const MutantVerdict& verdict) {
    ++all;
    switch (verdict.kind) {
      case MutantVerdict::Kind::Talk: ++by_talk; break;
      case MutantVerdict::Kind::Example: ++by_example; break;
      case MutantVerdict::Kind::Untouched: ++untouched; break;
      case MutantVerdict::Kind::Unnoticed: break;
    }
  }
};

std::string row(std::string_view name, const KindCount& count) {
  const double share =
      count.all == 0 ? 1.0 : static_cast<double>(count.noticed()) / static_cast<double>(count.all);
  const auto figure = [](std::size_t number) {
    return padded_to(std::to_string(number), kFigureWidth);
  };
  return padded_to(name, kNameWidth) + figure(count.noticed()) + figure(count.all) +
         padded_to(share_text(share), kFigureWidth) + figure(count.by_talk) +
         figure(count.by_example) + std::to_string(count.untouched) + '\n';
}

std::string sample_text(const MutationOutcome& outcome) {
  const std::string tried = std::to_string(outcome.judged.size());
  if (outcome.judged.size() == outcome.all) return "All " + tried + " mutants were tried.\n";
  return tried + " of " + std::to_string(outcome.all) + " mutants were tried, drawn with seed " +
         std::to_string(outcome.sample.seed) + ".\n";
}

std::string unnoticed_line(const JudgedMutant& judged) {
  const bool is_touched = judged.verdict.kind != MutantVerdict::Kind::Untouched;
  return judged.mutant.place.file + ':' + std::to_string(judged.mutant.place.line) + "  " +
         judged.mutant.what + (is_touched ? "" : "  (no test comes by it)") + '\n';
}

template <typename Counts>
double share_noticed(const std::vector<JudgedMutant>& judged, const Counts& counts) {
  CoverageCount share;
  for (const JudgedMutant& each : judged) {
    if (!counts(each.mutant.kind)) continue;
    ++share.all;
    if (each.verdict.is_noticed()) ++share.covered;
  }
  return share.share();
}

}  // namespace

double MutationOutcome::flow_score() const { return share_noticed(judged, is_of_flow); }

double MutationOutcome::rule_score() const {
  return share_noticed(judged, [](MutantKind kind) { return !is_of_flow(kind); });
}

double MutationOutcome::score() const {
  return share_noticed(judged, [](MutantKind) { return true; });
}

MutationOutcome try_mutants(const MutationTrial& trial, const MutationSample& sample,
                            unsigned threads) {
  const std::size_t all = trial.mutants().size();
  const std::vector<std::size_t> numbers =
      sample_of(all, sample.count == 0 ? all : sample.count, sample.seed);
  MutationOutcome outcome{all, sample, {}};
  for (const std::size_t number : numbers) outcome.judged.push_back({trial.mutants()[number], {}});
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t at = next++; at < numbers.size(); at = next++) {
      outcome.judged[at].verdict = trial.judge(numbers[at]);
    }
  };
  std::vector<std::jthread> others;
  for (unsigned i = 1; i < threads; ++i) others.emplace_back(work);
  work();
  others.clear();
  return outcome;
}

std::string mutation_text(const MutationOutcome& outcome) {
  std::string text;
  std::array<KindCount, kMutantKinds> kinds;
  KindCount total;
  for (const JudgedMutant& judged : outcome.judged) {
    kinds[static_cast<std::size_t>(judged.mutant.kind)].add(judged.verdict);
    total.add(judged.verdict);
    if (judged.verdict.is_noticed()) continue;
    if (text.empty()) text = "Mutants that no test notices:\n";
    text += unnoticed_line(judged);
  }
  if (!text.empty()) text += '\n';
  text += padded_to("Mutants", kNameWidth);
  for (const char* column : {"noticed", "tried", "share", "by talks", "by examples"}) {
    text += padded_to(column, kFigureWidth);
  }
  text += "not visited\n";
  for (std::size_t kind = 0; kind < kMutantKinds; ++kind) {
    if (kinds[kind].all > 0) text += row(name_of(static_cast<MutantKind>(kind)), kinds[kind]);
  }
  return text + row("together", total) + sample_text(outcome) + "Mutation score: flows " +
         share_text(outcome.flow_score()) + ", rules " + share_text(outcome.rule_score()) +
         ", together " + share_text(outcome.score()) + '\n';
}

void append_mutation_json(std::string& out, const MutationOutcome& outcome) {
  JsonObject object(out);
  object.member("score", outcome.score());
  object.member("flow_score", outcome.flow_score());
  object.member("rule_score", outcome.rule_score());
  object.member("all", outcome.all);
  object.member("tried", outcome.judged.size());
  object.member("seed", outcome.sample.seed);
  std::vector<const JudgedMutant*> unnoticed;
  for (const JudgedMutant& judged : outcome.judged) {
    if (!judged.verdict.is_noticed()) unnoticed.push_back(&judged);
  }
  append_json_list(object.begin("unnoticed"), unnoticed, [&out](const JudgedMutant* each) {
    JsonObject item(out);
    item.member("what", each->mutant.what);
    item.member("file", each->mutant.place.file);
    item.member("line", each->mutant.place.line);
    item.member("visited", each->verdict.kind != MutantVerdict::Kind::Untouched);
    item.close();
  });
  object.close();
}

}  // namespace waymark
