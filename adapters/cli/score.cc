#include "adapters/cli/score.h"

#include <algorithm>

namespace waymark {

namespace {

bool is_wanted(const LabelledText& labelled, const std::string& label) {
  return label == labelled.expected || std::ranges::count(labelled.also, label) > 0;
}

// Whether a risk firing on this line would be no false alarm.
bool may_fire(const LabelledText& labelled) {
  return is_safety_label(labelled.expected) ||
         std::ranges::any_of(labelled.also, [](const auto& each) { return is_safety_label(each); });
}

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

void count_safety(SafetyScore& safety, const ScoredText& text) {
  safety.category.count(text.is_right());
  safety.any.count(!text.predicted.safety.empty());
}

void count_label(Score& score, const ScoredText& text) {
  const std::string& expected = text.labelled.expected;
  // A label that is as good as the expected one counts as that.
  const std::string& predicted = text.is_right() ? expected : text.predicted.label();
  ++score.labels[expected].expected;
  ++score.labels[predicted].predicted;
  if (text.is_right()) {
    ++score.labels[expected].right;
  } else {
    ++score.confusions[{expected, predicted}];
  }
}

}  // namespace

bool ScoredText::is_right() const { return is_wanted(labelled, predicted.label()); }

bool ScoredText::is_right_or_suggested() const {
  if (is_right()) return true;
  return predicted.safety.empty() &&
         std::ranges::any_of(predicted.suggestions, [this](const std::string& suggestion) {
           return is_wanted(labelled, suggestion);
         });
}

void Share::count(bool is_hit) {
  ++all;
  if (is_hit) ++hits;
}

double LabelScore::precision() const { return ratio(right, predicted); }
double LabelScore::recall() const { return ratio(right, expected); }
double LabelScore::f1() const { return ratio(2 * right, predicted + expected); }

double Score::macro_f1() const {
  double sum = 0;
  std::size_t count = 0;
  for (const auto& [label, counts] : labels) {
    if (counts.expected == 0) continue;
    sum += counts.f1();
    ++count;
  }
  return count == 0 ? 0 : sum / static_cast<double>(count);
}

Score score(const std::vector<ScoredText>& texts) {
  Score score;
  for (const ScoredText& text : texts) {
    const LabelledText& labelled = text.labelled;
    score.right.count(text.is_right());
    score.right_or_suggested.count(text.is_right_or_suggested());
    count_label(score, text);
    if (is_safety_label(labelled.expected)) {
      count_safety(score.safety, text);
      if (!labelled.tier.empty()) count_safety(score.safety_by_tier[labelled.tier], text);
      if (!labelled.kind.empty()) count_safety(score.safety_by_kind[labelled.kind], text);
    } else if (!may_fire(labelled)) {
      const bool fired = !text.predicted.safety.empty();
      score.false_alarms.count(fired);
      if (!labelled.kind.empty()) score.false_alarms_by_kind[labelled.kind].count(fired);
    }
  }
  return score;
}

}  // namespace waymark
