#pragma once
// Visits every state that a talk in one locale can be in, breadth first from its begin, by taking
// real turns (stages 5 to 8) with every move that a visitor has; notes what does not hold on the
// way. The first talk that leads to a state is the shortest. One object serves one walk; one
// thread.
//
//   TalkWalk walk(bundle, liveness, moves, stable_id("en-GB"));
//   walk.run();
//   report.findings = walk.take_findings();

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "engine/api/proof.h"
#include "engine/turn/dialog_runner.h"
#include "engine/turn/router.h"
#include "engine/verify/slot_liveness.h"
#include "engine/verify/talk_coverage.h"
#include "engine/verify/talk_paths.h"
#include "engine/verify/visitor_moves.h"

namespace waymark {

// A walk that meets more states than this stops and says so.
inline constexpr std::size_t kMaxTalkStates = 50'000;

class TalkWalk {
 public:
  // All references must outlive the walk.
  TalkWalk(const Bundle& bundle, const SlotLiveness& liveness, const VisitorMoves& moves,
           StableId locale, std::size_t most_states = kMaxTalkStates);

  void run();

  // States, turns and findings.
  [[nodiscard]] ProofReport take_report() { return std::move(report_); }

 private:
  using StateIndex = std::uint32_t;

  struct State {
    Session session;
    StateIndex parent = 0;
    std::string line;                // the visitor's move that led here
    bool goes_on = false;            // a button leads to something else than the open question
    std::uint8_t turns_to_help = 0;  // 0: not known yet
    std::uint8_t doors = 0;          // a bit for each of the pack's that one turn leads to
  };

  void begin();
  void visit_from(StateIndex first);
  void visit(StateIndex at);
  void press_old_buttons();
  void take_crises(StateIndex at);
  void take(StateIndex at, const VisitorMove& move);
  void take(StateIndex at, const VisitorMove& move, const ServiceDirectory* directory);
  std::optional<StateIndex> enter(StateIndex from, const VisitorMove& move, Session session);
  StateIndex add_state(StateIndex from, std::string line, Session session);
  void note_doors(StateIndex at, const Decision& decision, const Session& after);
  void check_ends();  // talk_ends.cc
  void check_help_is_near();
  void check_doors_are_near();
  void check_questions_end(const TalkPaths& paths);
  void check_digressions_return(const TalkPaths& paths);

  // Findings; each kind once a place.
  void report(std::string_view code, SourcePlace place, std::string message, StateIndex at,
              std::string_view line);
  [[nodiscard]] std::string talk_to(StateIndex at, std::string_view line) const;
  [[nodiscard]] SourcePlace place_of(const Session& session) const;
  [[nodiscard]] std::string quoted_path(NodeIndex node) const;
  [[nodiscard]] SourcePlace place_of_last(const DialogRunner& runner) const;

  // The rendered words of a turn are looked at once for the same output and slots.
  [[nodiscard]] bool is_new_reply(const DialogRunner& runner, std::string tag);
  void check_reply(StateIndex at, const VisitorMove& move, const Decision& decision,
                   DialogRunner& runner);
  void check_slots_shown(StateIndex at, const VisitorMove& move, const DialogRunner& runner);

  const Bundle& bundle_;
  const SlotLiveness& liveness_;
  const VisitorMoves& moves_;
  StableId locale_;
  std::size_t most_states_;
  std::vector<NodeRef> ways_to_help_;  // where the flows begin that crisis plans offer
  std::vector<State> states_;
  std::vector<TalkStep> shown_steps_;
  TalkCoverage coverage_;
  bool looks_up_ = false;  // some node asks a directory
  bool is_whole_ = true;   // the walk was not stopped at its bound
  std::unordered_map<std::string, StateIndex> by_key_;
  std::unordered_set<std::string> seen_replies_;
  std::set<std::pair<std::string, std::string>> reported_;
  ProofReport report_;
};

}  // namespace waymark
