#include "engine/match/intent_ranker.h"

#include <algorithm>
#include <array>
#include <functional>

namespace waymark {
namespace {

constexpr std::uint32_t kMarksOfIntent = 4;
constexpr std::int32_t kFairScore = 450;
constexpr std::int32_t kHighScore = 700;

}  // namespace

std::vector<std::uint32_t> intent_marks(const MatchResult& match, std::size_t intents) {
  if (match.matches.empty()) return {static_cast<std::uint32_t>(intents) * kMarksOfIntent};
  std::vector<std::uint32_t> marks;
  for (const IntentMatch& found : match.matches) marks.push_back(found.intent * kMarksOfIntent);
  const IntentMatch& best = match.matches.front();
  marks.push_back(best.intent * kMarksOfIntent + 1);
  if (best.score > kFairScore) marks.push_back(best.intent * kMarksOfIntent + 2);
  if (best.score > kHighScore) marks.push_back(best.intent * kMarksOfIntent + 3);
  return marks;
}

std::vector<std::string> intent_mark_names(const std::vector<std::string>& intents) {
  static constexpr std::array<const char*, kMarksOfIntent> kEndings = {"", ":best", ":450", ":700"};
  std::vector<std::string> names;
  for (const std::string& intent : intents) {
    for (const char* ending : kEndings) names.push_back(intent + ending);
  }
  names.emplace_back("none");
  return names;
}

SeenCues IntentRanker::seen_in(const std::vector<CueAtom>& atoms, const MatchResult& match) const {
  return cues_.seen_in(atoms, intent_marks(match, intents()));
}

std::vector<Reading> IntentRanker::rank(const SeenCues& seen) const {
  const std::vector<std::int32_t> totals = cues_.totals(seen);
  std::vector<Reading> readings;
  readings.reserve(totals.size());
  for (IntentIndex i = 0; i < intents(); ++i) readings.push_back({i, totals[i]});
  readings.push_back({std::nullopt, totals.back()});
  std::ranges::stable_sort(readings, std::ranges::greater(), &Reading::total);
  return readings;
}

std::vector<CueShare> IntentRanker::reasons(const SeenCues& seen, const Reading& reading,
                                            std::size_t most) const {
  const auto outcome =
      static_cast<OutcomeIndex>(reading.intent.value_or(static_cast<IntentIndex>(intents())));
  return cues_.shares(seen, outcome, most);
}

}  // namespace waymark
