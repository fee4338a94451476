#include "adapters/cli/cue_fitter.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

namespace waymark {

namespace {

enum : std::uint32_t { kCost, kBook, kNone, kOutcomes };

// Every cue counts, and no weight is too small.
const FitOptions kAll = {.left_out = 0, .least_lines = 1, .least_weight = 0};

const FittedCue* find(const FittedCues& fitted, const std::string& cue) {
  const auto found = std::ranges::find(fitted.cues, cue, &FittedCue::cue);
  return found == fitted.cues.end() ? nullptr : &*found;
}

// What a table with the fitted weights would take cues for.
std::uint32_t outcome_of(const FittedCues& fitted, const std::vector<std::string>& cues) {
  std::vector<float> totals = fitted.bias;
  for (const std::string& name : cues) {
    const FittedCue* cue = find(fitted, name);
    if (cue == nullptr) continue;
    for (std::size_t i = 0; i < totals.size(); ++i) {
      totals[i] += cue->weights[i] / std::sqrt(10.0F + static_cast<float>(cues.size()));
    }
  }
  return static_cast<std::uint32_t>(std::ranges::max_element(totals) - totals.begin());
}

// Each outcome has a cue of its own, in four lines; "the" is in most lines and says nothing.
std::vector<FitLine> separable() {
  std::vector<FitLine> lines;
  for (int i = 0; i < 4; ++i) {
    const std::string other = "line" + std::to_string(i);
    lines.push_back({{"price", "the", other}, kCost, {}});
    lines.push_back({{"visit", "the", other}, kBook, {}});
    lines.push_back({{"weather", "the", other}, kNone, {}});
  }
  lines.push_back({{"price", "dear"}, kCost, {}});
  return lines;
}

bool same(const FittedCues& a, const FittedCues& b) {
  return a.bias == b.bias &&
         std::ranges::equal(a.cues, b.cues, [](const FittedCue& left, const FittedCue& right) {
           return left.cue == right.cue && left.weights == right.weights;
         });
}

}  // namespace

TEST_CASE("cue fitter: what tells lines apart is learnt") {
  for (const float left_out : {0.0F, 0.3F}) {
    CAPTURE(left_out);
    FitOptions options = kAll;
    options.left_out = left_out;
    const std::vector<FitLine> lines = separable();
    const FittedCues fitted = fit_cues(lines, kOutcomes, options);
    for (const FitLine& line : lines) CHECK(outcome_of(fitted, line.cues) == line.outcome);
    CHECK(outcome_of(fitted, {"price"}) == kCost);
    CHECK(outcome_of(fitted, {"visit", "never seen"}) == kBook);
    const FittedCue* price = find(fitted, "price");
    REQUIRE(price != nullptr);
    CHECK(price->weights[kCost] > 0.5F);
    CHECK(price->weights[kCost] > price->weights[kBook] + 1);
  }
}

TEST_CASE("cue fitter: cues come by name, with a weight for each outcome") {
  const FittedCues fitted = fit_cues(separable(), kOutcomes, kAll);
  CHECK(fitted.bias.size() == kOutcomes);
  CHECK(std::ranges::is_sorted(fitted.cues, {}, &FittedCue::cue));
  for (const FittedCue& cue : fitted.cues) CHECK(cue.weights.size() == kOutcomes);
}

TEST_CASE("cue fitter: the same lines give the same weights") {
  FitOptions options;
  options.least_lines = 1;
  CHECK(same(fit_cues(separable(), kOutcomes, options), fit_cues(separable(), kOutcomes, options)));
  std::vector<FitLine> other = separable();
  other.front().outcome = kNone;
  CHECK_FALSE(same(fit_cues(separable(), kOutcomes, options), fit_cues(other, kOutcomes, options)));
}

TEST_CASE("cue fitter: the mean of several fits is taken, and what few of them find is let go of") {
  FitOptions once = kAll;
  once.left_out = 0.3F;
  once.repeats = 1;
  FitOptions often = once;
  often.repeats = 3;
  const FittedCues first = fit_cues(separable(), kOutcomes, once);
  const FittedCues mean = fit_cues(separable(), kOutcomes, often);
  CHECK_FALSE(same(first, mean));
  for (const FitLine& line : separable()) CHECK(outcome_of(mean, line.cues) == line.outcome);
  often.least_weight = 2;
  often.kept_share = 1;
  for (const FittedCue& cue : fit_cues(separable(), kOutcomes, often).cues) {
    for (const float weight : cue.weights) {
      const bool is_large_or_nothing = weight == 0 || std::abs(weight) >= 2;
      CHECK(is_large_or_nothing);
    }
  }
}

TEST_CASE("cue fitter: cues of too few lines are passed over") {
  for (const int least : {1, 2, 3, 4, 5, 6}) {
    CAPTURE(least);
    FitOptions options = kAll;
    options.least_lines = least;
    const FittedCues fitted = fit_cues(separable(), kOutcomes, options);
    CHECK((find(fitted, "dear") != nullptr) == (least <= 1));
    CHECK((find(fitted, "line0") != nullptr) == (least <= 3));
    CHECK((find(fitted, "visit") != nullptr) == (least <= 4));
    CHECK((find(fitted, "price") != nullptr) == (least <= 5));
  }
}

TEST_CASE("cue fitter: small weights are let go of, and cues that then say nothing") {
  const auto size = [](float least_weight) {
    FitOptions options = kAll;
    options.least_weight = least_weight;
    return fit_cues(separable(), kOutcomes, options).cues.size();
  };
  CHECK(size(0) == 9);
  CHECK(size(1000) == 0);
  FitOptions options = kAll;
  options.least_weight = 1;
  const FittedCues fitted = fit_cues(separable(), kOutcomes, options);
  for (const char* cue : {"price", "visit", "weather"}) CHECK(find(fitted, cue) != nullptr);
  for (const char* cue : {"the", "line0", "line3"}) CHECK(find(fitted, cue) == nullptr);
  for (const FitLine& line : separable()) CHECK(outcome_of(fitted, line.cues) == line.outcome);
}

TEST_CASE("cue fitter: what is as good as the label has a share of it") {
  std::vector<FitLine> lines;
  for (int i = 0; i < 5; ++i) lines.push_back({{"help"}, kCost, {kBook}});
  const FittedCues fitted = fit_cues(lines, kOutcomes, kAll);
  CHECK(outcome_of(fitted, {"help"}) == kCost);
  CHECK(fitted.bias[kCost] > fitted.bias[kBook]);
  CHECK(fitted.bias[kBook] > fitted.bias[kNone]);
}

TEST_CASE("cue fitter: of lines that disagree the important ones decide") {
  for (const std::uint32_t important : {kCost, kBook}) {
    std::vector<FitLine> lines;
    for (int i = 0; i < 5; ++i) {
      lines.push_back({{"help"}, kCost, {}, important == kCost ? 4.0F : 0.3F});
      lines.push_back({{"help"}, kBook, {}, important == kBook ? 4.0F : 0.3F});
    }
    CHECK(outcome_of(fit_cues(lines, kOutcomes, kAll), {"help"}) == important);
  }
}

TEST_CASE("cue fitter: where lines hold no cue the bias says how common outcomes are") {
  const std::vector<FitLine> lines = {{{}, kNone, {}}, {{}, kNone, {}}, {{}, kBook, {}}};
  const FittedCues fitted = fit_cues(lines, kOutcomes, kAll);
  CHECK(fitted.cues.empty());
  CHECK(fitted.bias[kNone] > fitted.bias[kBook]);
  CHECK(fitted.bias[kBook] > fitted.bias[kCost]);
}

TEST_CASE("cue fitter: no lines at all, or hardly a round") {
  const FittedCues nothing = fit_cues({}, kOutcomes, kAll);
  CHECK(nothing.cues.empty());
  CHECK(nothing.bias == std::vector<float>(kOutcomes, 0));
  for (const int rounds : {1, 2, 3}) {
    CAPTURE(rounds);
    FitOptions options = kAll;
    options.rounds = rounds;
    const FittedCues fitted = fit_cues(separable(), kOutcomes, options);
    for (const FittedCue& cue : fitted.cues) {
      for (const float weight : cue.weights) CHECK(std::isfinite(weight));
    }
    CHECK(outcome_of(fitted, {"visit"}) == kBook);
  }
}

}  // namespace waymark
