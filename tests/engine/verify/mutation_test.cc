#include "engine/api/mutation.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/engine/turn/conversation.h"

namespace waymark {

namespace {

constexpr UtcSeconds kNow{std::chrono::seconds(1'795'000'000)};

MutantVerdict verdict_on(const std::string& chat, std::string_view what) {
  const MutationTrial trial(fakes::shared_small_bundle(), fakes::SmallPack().source(),
                            {{"talk.chat", "talk.chat", chat}}, kNow);
  const std::vector<Mutant>& all = trial.mutants();
  const auto found = std::ranges::find_if(
      all, [&](const Mutant& each) { return each.what.find(what) != std::string::npos; });
  REQUIRE_MESSAGE(found != all.end(), std::string(what));
  return trial.judge(static_cast<std::size_t>(found - all.begin()));
}

}  // namespace

TEST_CASE("mutation: what a conversation looks at is noticed") {
  struct Row {
    std::string chat;
    std::string what;
    MutantVerdict::Kind kind;
  };
  using Kind = MutantVerdict::Kind;
  const std::string buttons = "user: what is ipt\nbuttons: yes, no\n";
  const std::vector<Row> rows = {
      {buttons, "without the choice ipt.what_is/more/no", Kind::Talk},
      {"user: what is ipt\n", "without the choice ipt.what_is/more/no", Kind::Unnoticed},
      {"user: thanks\n", "without the choice ipt.what_is/more/no", Kind::Untouched},
      {"user: what is ipt\nchoose: yes\nbot: ipt.what_is.long\n", "ipt.what_is/long says",
       Kind::Talk},
      {"user: how much is therapy\nbot: help.nation.ask\n", "help.nation/known with case 1",
       Kind::Talk},
      {"user: zzz\n", "without the pattern \"explain * {therapy}\"", Kind::Example},
      {"user: zzz\n", "without the risk rule abuse.hits", Kind::Example},
      {"user: zzz\n", "without the unless \"want to die of", Kind::Example},
      {"user: zzz\n", "without the unless \"therapy cost me", Kind::Untouched},
      // A test that fails as it is notices nothing.
      {"user: what is ipt\nbuttons: no\n", "without the choice ipt.what_is/more/no",
       Kind::Untouched},
  };
  for (const Row& row : rows) {
    CAPTURE(row.chat);
    CAPTURE(row.what);
    CHECK(verdict_on(row.chat, row.what).kind == row.kind);
  }
}

TEST_CASE("mutation: the line that noticed it is told") {
  const MutantVerdict verdict =
      verdict_on("user: what is ipt\nbuttons: yes, no\n", "without the choice ipt.what_is/more/no");
  CHECK(verdict.is_noticed());
  CHECK(verdict.by == SourcePlace{"talk.chat", 2, 1});
}

TEST_CASE("mutation: every mutant of the small pack can be judged") {
  const MutationTrial trial(fakes::shared_small_bundle(), fakes::SmallPack().source(),
                            {{"talk.chat", "talk.chat", "user: what is ipt\nchoose: yes\n"}}, kNow);
  std::size_t noticed = 0;
  for (std::size_t i = 0; i < trial.mutants().size(); ++i) {
    if (trial.judge(i).is_noticed()) ++noticed;
  }
  CHECK(noticed > 0);
  CHECK(noticed < trial.mutants().size());
}

TEST_CASE("mutation: a sample is the same for the same seed, without doubles, in order") {
  const std::vector<std::size_t> sample = sample_of(1000, 50, 7);
  CHECK(sample.size() == 50);
  CHECK(sample == sample_of(1000, 50, 7));
  CHECK(sample != sample_of(1000, 50, 8));
  CHECK(std::ranges::is_sorted(sample));
  CHECK(std::ranges::adjacent_find(sample) == sample.end());
  CHECK(sample.back() < 1000);
  CHECK(sample_of(3, 50, 1) == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("mutation: kinds are of flows or of rules") {
  CHECK(is_of_flow(MutantKind::SwapTarget));
  CHECK(is_of_flow(MutantKind::FlipCondition));
  CHECK_FALSE(is_of_flow(MutantKind::DropRiskRule));
  CHECK(name_of(MutantKind::DropPattern) == "patterns dropped");
}

}  // namespace waymark
