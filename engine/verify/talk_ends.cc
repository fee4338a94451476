// What only the whole walk shows: how far help and the ways out are, whether questions come to an
// end and whether what was left is come back to.

#include <map>
#include <utility>

#include "engine/verify/talk_walk.h"

namespace waymark {
namespace {

// A visitor who only follows what they see is with a person's details after so many turns.
constexpr std::uint8_t kTurnsToHelp = 3;

}  // namespace

void TalkWalk::check_ends() {
  check_help_is_near();
  if (!is_whole_) return;
  const TalkPaths paths(states_.size(), shown_steps_);
  check_doors_are_near();
  check_questions_end(paths);
  check_digressions_return(paths);
  for (Diagnostic& finding : coverage_.findings()) report_.findings.push_back(std::move(finding));
}

// A step back from the states that are near help, as often as turns may be needed.
void TalkWalk::check_help_is_near() {
  if (ways_to_help_.empty()) return;
  for (std::uint8_t turns = 2; turns <= kTurnsToHelp; ++turns) {
    for (const TalkStep& step : shown_steps_) {
      State& from = states_[step.from];
      if (from.turns_to_help == 0 && states_[step.to].turns_to_help == turns - 1) {
        from.turns_to_help = turns;
      }
    }
  }
  for (StateIndex at = 0; at < states_.size(); ++at) {
    if (states_[at].turns_to_help != 0) continue;
    report("WM804", place_of(states_[at].session),
           "From here nothing on show leads to a person within " + std::to_string(kTurnsToHelp) +
               " turns.",
           at, {});
  }
}

void TalkWalk::check_doors_are_near() {
  std::vector<std::uint8_t> near;
  for (const State& state : states_) near.push_back(state.doors);
  spread_back(shown_steps_, kTurnsToHelp, near);
  for (StateIndex at = 0; at < states_.size(); ++at) {
    for (std::size_t i = 0; i < bundle_.doors.size(); ++i) {
      if ((near[at] >> i & 1U) != 0) continue;
      report("WM814", place_of(states_[at].session),
             "From here no message leads to \"" + bundle_.doors[i].name + "\" within " +
                 std::to_string(kTurnsToHelp) + " turns.",
             at, {});
    }
  }
}

// By buttons alone a talk comes to an end or to help: who only presses is not asked for ever.
void TalkWalk::check_questions_end(const TalkPaths& paths) {
  std::vector<bool> rests(states_.size(), false);
  for (StateIndex at = 0; at < states_.size(); ++at) {
    rests[at] = !states_[at].session.waiting.is_set() || states_[at].turns_to_help == 1;
  }
  const std::vector<bool> ends = paths.leading_to(rests, std::vector<bool>(states_.size(), true));
  for (StateIndex at = 0; at < states_.size(); ++at) {
    if (ends[at]) continue;
    report("WM813", place_of(states_[at].session),
           "The buttons from here on lead from question to question and never end.", at, {});
  }
}

// From where a question was left, buttons lead back to it while something still waits.
void TalkWalk::check_digressions_return(const TalkPaths& paths) {
  std::map<std::pair<StableId, StableId>, std::vector<StateIndex>> left;
  std::vector<bool> waits(states_.size(), false);
  for (StateIndex at = 0; at < states_.size(); ++at) {
    const Session& session = states_[at].session;
    waits[at] = !session.stack.empty();
    if (waits[at] && session.stack.back().kind == StackFrame::Kind::Question) {
      left[{session.stack.back().at.flow, session.stack.back().at.node}].push_back(at);
    }
  }
  for (const auto& [ref, states] : left) {
    const NodeRef question{ref.first, ref.second};
    const auto node = bundle_.graph.find(question);
    const auto* ask = node ? std::get_if<AskNode>(&bundle_.graph.node(*node).body) : nullptr;
    if (ask == nullptr || ask->still_if) continue;
    std::vector<bool> open(states_.size(), false);
    for (StateIndex at = 0; at < states_.size(); ++at) {
      open[at] = states_[at].session.waiting == question;
    }
    const std::vector<bool> returns = paths.leading_to(open, waits);
    for (const StateIndex at : states) {
      if (returns[at]) continue;
      report("WM818", place_of(states_[at].session),
             "From here no button leads back to the question " + quoted_path(*node) +
                 " that was left.",
             at, {});
    }
  }
}

}  // namespace waymark
