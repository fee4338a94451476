#pragma once
// How well a set of messages was understood: counts and rates over (expected, predicted) pairs. The
// predicted label of a message is the risk that fired, else its intent. Values; any thread.

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "adapters/host/labelled_text.h"

namespace waymark {

struct Prediction {
  std::string intent;  // or "none"
  std::string safety;  // or empty
  std::vector<std::string> suggestions;

  [[nodiscard]] const std::string& label() const { return safety.empty() ? intent : safety; }
};

struct ScoredText {
  LabelledText labelled;
  Prediction predicted;

  // The label is the expected one or one as good.
  [[nodiscard]] bool is_right() const;
  // Or no risk fired and the expected one is offered as a choice.
  [[nodiscard]] bool is_right_or_suggested() const;
};

// So many of so many.
struct Share {
  std::size_t hits = 0;
  std::size_t all = 0;

  void count(bool is_hit);
  [[nodiscard]] double rate() const {
    return all == 0 ? 0 : static_cast<double>(hits) / static_cast<double>(all);
  }
};

struct LabelScore {
  std::size_t expected = 0;   // messages that mean it
  std::size_t predicted = 0;  // messages that were taken for it
  std::size_t right = 0;      // both

  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
};

// One kind of risk line: was it noticed as the risk it is, or as any?
struct SafetyScore {
  Share category;
  Share any;
};

struct Score {
  Share right;
  Share right_or_suggested;
  std::map<std::string, LabelScore> labels;
  std::map<std::pair<std::string, std::string>, std::size_t> confusions;  // expected, predicted

  SafetyScore safety;
  std::map<std::string, SafetyScore> safety_by_tier;  // of lines that name one
  std::map<std::string, SafetyScore> safety_by_kind;
  Share false_alarms;  // lines without risk on which one fired
  std::map<std::string, Share> false_alarms_by_kind;

  // The mean F1 of the labels that are expected somewhere.
  [[nodiscard]] double macro_f1() const;
};

[[nodiscard]] Score score(const std::vector<ScoredText>& texts);

}  // namespace waymark
