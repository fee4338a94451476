// The pattern matcher by itself, side by side with a loop of single RE2s that ask the same of the
// same tokens. The loop only asks whether a phrase is there; the matcher also says where.

#include <benchmark/benchmark.h>
#include <malloc.h>
#include <re2/re2.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "tests/bench/workload.h"
#include "tests/fakes/phrase_set.h"

namespace waymark::bench {
namespace {

constexpr std::size_t kMessages = 256;

std::size_t bytes_in_use() { return mallinfo2().uordblks; }

std::size_t phrases_of(const benchmark::State& state) {
  return static_cast<std::size_t>(state.range(0));
}

std::size_t bytes_of(const benchmark::State& state) {
  return static_cast<std::size_t>(state.range(1));
}

std::unique_ptr<fakes::PhraseSet> phrase_set(const Workload& workload) {
  auto set = std::make_unique<fakes::PhraseSet>();
  for (const Phrase& phrase : workload.phrases()) set->add(phrase.pattern());
  set->finish();
  return set;
}

std::vector<Utterance> utterances(const Workload& workload, const fakes::PhraseSet& set,
                                  std::size_t bytes) {
  std::vector<Utterance> out;
  for (const std::string& message : workload.messages(bytes, kMessages)) {
    out.push_back(set.read(message));
  }
  return out;
}

// One RE2 a phrase, and messages as a string of tokens.
class SingleExpressions {
 public:
  explicit SingleExpressions(const Workload& workload) {
    for (const Phrase& phrase : workload.phrases()) {
      expressions_.push_back(std::make_unique<RE2>(phrase.expression()));
    }
  }

  static std::string tokens(const Utterance& utterance) {
    std::string out = " ";
    for (const Token& token : utterance.tokens) out += token.text + ' ';
    return out;
  }

  [[nodiscard]] std::vector<PatternIndex> match(const std::string& tokens) const {
    std::vector<PatternIndex> found;
    for (PatternIndex i = 0; i < expressions_.size(); ++i) {
      if (RE2::PartialMatch(tokens, *expressions_[i])) found.push_back(i);
    }
    return found;
  }

 private:
  std::vector<std::unique_ptr<RE2>> expressions_;
};

// A figure means nothing where the two do not find the same.
void expect_same(const fakes::PhraseSet& set, const SingleExpressions& single,
                 const std::vector<Utterance>& messages) {
  for (const Utterance& message : messages) {
    std::set<PatternIndex> found;
    for (const PatternHit& hit : set.patterns().match(message.tokens, {})) {
      found.insert(hit.pattern);
    }
    const auto expected = single.match(SingleExpressions::tokens(message));
    if (std::ranges::equal(found, expected)) continue;
    std::cerr << "bench: the matcher and RE2 find different phrases\n";
    std::exit(1);
  }
}

void build_patterns(benchmark::State& state) {
  const Workload workload(phrases_of(state));
  std::size_t bytes = 0;
  for (auto _ : state) {
    const std::size_t before = bytes_in_use();
    const auto set = phrase_set(workload);
    bytes = bytes_in_use() - before;
  }
  state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(build_patterns)->Arg(100)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);

void build_re2(benchmark::State& state) {
  const Workload workload(phrases_of(state));
  std::size_t bytes = 0;
  for (auto _ : state) {
    const std::size_t before = bytes_in_use();
    const SingleExpressions single(workload);
    bytes = bytes_in_use() - before;
  }
  state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(build_re2)->Arg(100)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);

void match(benchmark::State& state) {
  const Workload workload(phrases_of(state));
  const auto set = phrase_set(workload);
  const auto messages = utterances(workload, *set, bytes_of(state));
  std::size_t next = 0;
  std::size_t hits = 0;
  for (auto _ : state) {
    hits += set->patterns().match(messages[next++ % kMessages].tokens, {}).size();
  }
  state.counters["hits"] =
      benchmark::Counter(static_cast<double>(hits), benchmark::Counter::kAvgIterations);
}
BENCHMARK(match)->ArgsProduct({{100, 1'000, 10'000}, {80, 1'000}})->Unit(benchmark::kMicrosecond);

void match_re2(benchmark::State& state) {
  const Workload workload(phrases_of(state));
  const auto set = phrase_set(workload);
  const SingleExpressions single(workload);
  const auto messages = utterances(workload, *set, bytes_of(state));
  expect_same(*set, single, {messages.begin(), messages.begin() + 32});
  std::vector<std::string> tokens;
  for (const Utterance& message : messages) tokens.push_back(SingleExpressions::tokens(message));
  std::size_t next = 0;
  for (auto _ : state) benchmark::DoNotOptimize(single.match(tokens[next++ % kMessages]));
}
BENCHMARK(match_re2)
    ->ArgsProduct({{100, 1'000, 10'000}, {80, 1'000}})
    ->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace waymark::bench

BENCHMARK_MAIN();
