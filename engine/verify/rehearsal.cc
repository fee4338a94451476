#include "engine/api/rehearsal.h"

#include <iterator>
#include <numeric>
#include <utility>

#include "engine/verify/rehearsal_player.h"

namespace waymark {

std::size_t RehearsalReport::turns() const {
  return std::transform_reduce(talks.begin(), talks.end(), std::size_t{0}, std::plus<>(),
                               [](const RehearsedTalk& talk) { return talk.turns; });
}

std::size_t RehearsalReport::checks() const {
  return std::transform_reduce(talks.begin(), talks.end(), std::size_t{0}, std::plus<>(),
                               [](const RehearsedTalk& talk) { return talk.checks; });
}

std::size_t RehearsalReport::failures() const {
  return std::transform_reduce(talks.begin(), talks.end(), std::size_t{0}, std::plus<>(),
                               [](const RehearsedTalk& talk) { return talk.failures.size(); });
}

void RehearsalReport::add(RehearsalReport other) {
  for (RehearsedTurn& turn : other.played) {
    turn.conversation += talks.size();
    played.push_back(std::move(turn));
  }
  std::move(other.talks.begin(), other.talks.end(), std::back_inserter(talks));
  if (covered.size() < other.covered.size()) covered.resize(other.covered.size());
  for (std::size_t i = 0; i < other.covered.size(); ++i) {
    if (other.covered[i]) covered[i] = true;
  }
}

RehearsalReport rehearse(const Bundle& bundle, const SourceFile& file,
                         const RehearsalSetting& setting) {
  const CoverageMap map(bundle);
  const RehearsalStage stage{bundle, setting, &map};
  RehearsalReport report;
  report.covered.resize(map.size());
  for (const ChatConversation& talk : read_chat(file.text)) {
    RehearsalPlayer player(stage, file.path, talk);
    RehearsedTalk played = player.play();
    report.add({{std::move(played)}, player.covered(), player.take_turns()});
  }
  return report;
}

}  // namespace waymark
