#include "adapters/cli/mutation_report.h"

#include <doctest/doctest.h>

#include "tests/fakes/tea_pack.h"

namespace waymark {

namespace {

MutationOutcome some_outcome() {
  using Kind = MutantVerdict::Kind;
  return {
      10,
      {4, 7},
      {{{MutantKind::DropPattern, "without the pattern \"tea\" of tea.what_is", {"i.json", 3, 1}},
        {Kind::Untouched, {}}},
       {{MutantKind::DropUnless, "without the unless", {"i.json", 4, 1}},
        {Kind::Example, {"i.json", 9, 1}}},
       {{MutantKind::SwapTarget, "a leads to b", {"f.json", 5, 1}}, {Kind::Unnoticed, {}}},
       {{MutantKind::DropChoice, "without the choice c", {"f.json", 6, 1}},
        {Kind::Talk, {"t.chat", 1, 1}}}}};
}

}  // namespace

TEST_CASE("mutation report: scores of flows, of rules and together") {
  CHECK(some_outcome().flow_score() == 0.5);
  CHECK(some_outcome().rule_score() == 0.5);
  CHECK(some_outcome().score() == 0.5);
  CHECK(MutationOutcome().score() == 1.0);
}

TEST_CASE("mutation report: what nothing noticed, with its place, then the table") {
  const std::string text = mutation_text(some_outcome());
  CHECK(
      text.starts_with("Mutants that no test notices:\n"
                       "i.json:3  without the pattern \"tea\" of tea.what_is  (no test comes by "
                       "it)\n"
                       "f.json:5  a leads to b\n\n"));
  CHECK(text.find("4 of 10 mutants were tried, drawn with seed 7.\n") != std::string::npos);
  CHECK(text.ends_with("Mutation score: flows 0.500, rules 0.500, together 0.500\n"));
}

TEST_CASE("mutation report: as JSON") {
  std::string json;
  append_mutation_json(json, some_outcome());
  CHECK(json.find(R"("all":10,"tried":4,"seed":7)") != std::string::npos);
  CHECK(json.find(R"({"what":"a leads to b","file":"f.json","line":5,"visited":true})") !=
        std::string::npos);
}

TEST_CASE("mutation report: any number of threads judges alike") {
  const MutationTrial trial(fakes::tea_pack()->bundle, fakes::tea_pack_source(),
                            {{"t.chat", "t.chat", "user: what is tea\nbot: tea.what_is.answer\n"}},
                            UtcSeconds(std::chrono::seconds(1'795'000'000)));
  const MutationOutcome one = try_mutants(trial, {}, 1);
  const MutationOutcome four = try_mutants(trial, {}, 4);
  CHECK(one.judged.size() == trial.mutants().size());
  CHECK(mutation_text(one) == mutation_text(four));
  CHECK(one.score() > 0);
  CHECK(try_mutants(trial, {3, 1}, 2).judged.size() == 3);
}

}  // namespace waymark
