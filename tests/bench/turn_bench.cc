// Whole turns: of a pack with as many made-up intents as one wants, for the comparison with other
// engines, and of the shipped pack on the lines that it is developed with. The time of the risk
// screen over that of a turn is its share.

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "adapters/host/labelled_text.h"
#include "adapters/host/pack_loader.h"
#include "engine/api/engine.h"
#include "engine/text/analyser.h"
#include "engine/text/cue_atoms.h"
#include "engine/turn/understanding.h"
#include "tests/bench/workload.h"
#include "tests/fakes/small_pack.h"

namespace waymark::bench {
namespace {

constexpr const char* kShippedPack = "dialogs/ipt-depression";

// The small pack with an intent for each phrase.
PackSource pack_with(const Workload& workload) {
  std::string intents;
  std::size_t number = 0;
  for (const Phrase& phrase : workload.phrases()) {
    const std::string example = phrase.example();
    if (number > 0) intents += ",\n";
    intents += R"({"id": "bench.p)" + std::to_string(number++) +
               R"(", "class": "question", "title": "help.cost.title", "starts": "help.cost",)" +
               R"( "patterns": [")" + phrase.pattern() + R"("], "examples": [")" + example +
               R"(", "now )" + example + R"(", ")" + example + R"( now"]})";
  }
  fakes::SmallPack pack;
  pack.put("intents/bench.json", R"({"locale": "en-GB", "intents": [)" + intents + "]}");
  return pack.source();
}

BundlePtr checked(CompileResult result) {
  if (result.bundle) return std::move(result.bundle);
  for (const Diagnostic& diagnostic : result.diagnostics) {
    std::cerr << format_diagnostic(diagnostic) << '\n';
  }
  std::exit(1);
}

BundlePtr compiled(const PackSource& source) {
  return checked(compile_pack(source, fakes::kToday, Examples::Skip));
}

BundlePtr shipped_bundle() { return compiled(read_pack_and_words(kShippedPack).source); }

// Development lines, `joined` of them at a time.
std::vector<std::string> shipped_messages(std::size_t joined) {
  std::ifstream file(std::string(kShippedPack) + "/tests/eval/dev.jsonl");
  std::vector<std::string> messages;
  std::size_t lines = 0;
  for (std::string line; std::getline(file, line);) {
    const auto labelled = read_labelled_text(line);
    if (!labelled) continue;
    if (lines++ % joined == 0) messages.emplace_back();
    messages.back() += labelled->text + ". ";
  }
  return messages;
}

void take_turns(benchmark::State& state, const Bundle& bundle,
                const std::vector<std::string>& messages) {
  const Session session = start_session(bundle, "en-GB");
  std::size_t next = 0;
  for (auto _ : state) {
    const SayMessage message{TypedText(messages[next++ % messages.size()])};
    benchmark::DoNotOptimize(take_turn(bundle, session, message, UtcSeconds{}));
  }
  std::size_t bytes = 0;
  for (const std::string& message : messages) bytes += message.size();
  state.counters["message_bytes"] =
      static_cast<double>(bytes) / static_cast<double>(messages.size());
}

void compile_bundle(benchmark::State& state) {
  const PackSource source = pack_with(Workload(static_cast<std::size_t>(state.range(0))));
  for (auto _ : state) benchmark::DoNotOptimize(compiled(source));
}
BENCHMARK(compile_bundle)->Arg(100)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);

void turn(benchmark::State& state) {
  const Workload workload(static_cast<std::size_t>(state.range(0)));
  take_turns(state, *compiled(pack_with(workload)),
             workload.messages(static_cast<std::size_t>(state.range(1)), 256));
}
BENCHMARK(turn)->ArgsProduct({{100, 1'000, 10'000}, {80, 1'000}})->Unit(benchmark::kMicrosecond);

void shipped_compile(benchmark::State& state) {
  const PackSource source = read_pack_and_words(kShippedPack).source;
  for (auto _ : state) benchmark::DoNotOptimize(compiled(source));
}
BENCHMARK(shipped_compile)->Unit(benchmark::kMillisecond);

// Lines of some 80 bytes, and thirteen of them in one message.
void shipped_turn(benchmark::State& state) {
  take_turns(state, *shipped_bundle(), shipped_messages(static_cast<std::size_t>(state.range(0))));
}
BENCHMARK(shipped_turn)->Arg(1)->Arg(13)->Unit(benchmark::kMicrosecond);

void shipped_risk_screen(benchmark::State& state) {
  const BundlePtr bundle = shipped_bundle();
  const LocaleContent& content = *bundle->locales.front();
  struct Read {
    Utterance utterance;
    std::vector<CueAtom> atoms;
  };
  std::vector<Read> messages;
  for (const auto& message : shipped_messages(static_cast<std::size_t>(state.range(0)))) {
    messages.push_back({analyse(content.language, message), {}});
    messages.back().atoms = cue_atoms(content.language, messages.back().utterance.tokens);
  }
  std::size_t next = 0;
  for (auto _ : state) {
    const Read& message = messages[next++ % messages.size()];
    benchmark::DoNotOptimize(screen(content.risk, message.utterance, message.atoms, {}));
  }
}
BENCHMARK(shipped_risk_screen)->Arg(1)->Arg(13)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace waymark::bench
