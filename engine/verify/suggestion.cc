// Breadth first from the begin of a talk: what is typed first, buttons from there on, and lost
// words or a command near the begin. The first way to something that no test visits is the
// shortest. A talk that another one begins with is left out. The cost is a turn for each button of
// each state.

#include "engine/api/suggestion.h"

#include <algorithm>
#include <cstdint>
#include <unordered_set>
#include <utility>

#include "engine/api/engine.h"
#include "engine/verify/coverage_map.h"
#include "engine/verify/reply_digest.h"
#include "engine/verify/state_key.h"
#include "engine/verify/typed_lines.h"
#include "engine/verify/visitor_moves.h"

namespace waymark {
namespace {

constexpr std::size_t kMostStates = 20'000;

// Further in, only buttons are pressed.
constexpr std::uint32_t kTypedDeep = 2;

class TalkFinder {
 public:
  TalkFinder(const Bundle& bundle, const PackSource& source, const std::vector<bool>& covered,
             const SuggestionSetting& setting)
      : bundle_(bundle),
        setting_(setting),
        map_(bundle),
        items_(map_.items()),
        liveness_(bundle),
        moves_(bundle),
        typed_(typed_lines(bundle, source)),
        covered_(covered) {
    covered_.resize(map_.size());
  }

  std::vector<std::string> run() {
    begin();
    for (std::size_t at = 0; at < steps_.size() && steps_.size() < kMostStates; ++at) {
      if (steps_[at].goes_on) visit(at);
    }
    std::vector<std::string> talks;
    for (std::size_t at = 0; at < steps_.size() && talks.size() < setting_.most; ++at) {
      if (!steps_[at].visits.empty() && !steps_[at].leads_to_more) talks.push_back(talk_to(at));
    }
    return talks;
  }

 private:
  struct Step {
    Session session;  // after it
    std::size_t parent = 0;
    std::uint32_t depth = 0;
    Message message = StartMessage{};
    std::string line;
    bool goes_on = true;              // the first that comes to its state
    std::vector<std::size_t> visits;  // items that no test and no earlier step visited
    bool leads_to_more = false;       // a later step visits something too
  };

  void begin() {
    Step first;
    first.session = start_session(bundle_, {});
    const Turn turn = take_turn(bundle_, first.session, StartMessage{}, setting_.now);
    map_.mark(first.session, StartMessage{}, turn, covered_);
    first.session = turn.session;
    states_.insert(state_key(liveness_, first.session));
    steps_.push_back(std::move(first));
  }

  void visit(std::size_t at) {
    const std::uint32_t depth = steps_[at].depth;
    for (const TypedLine& typed : typed_) {
      const bool is_early =
          typed.about == TypedLine::About::Nothing || typed.about == TypedLine::About::Command;
      if (depth > (is_early ? kTypedDeep : 0)) continue;
      take(at, SayMessage{TypedText(typed.text)}, "user: " + typed.text);
    }
    for (const VisitorMove& move : moves_.buttons(steps_[at].session)) {
      take(at, move.message, {});
    }
  }

  void take(std::size_t from, const Message& message, std::string line) {
    const Session before = steps_[from].session;
    const Turn turn = take_turn(bundle_, before, message, setting_.now);
    std::vector<bool> visited(map_.size());
    map_.mark(before, message, turn, visited);
    Step step{turn.session, from, steps_[from].depth + 1, message, std::move(line)};
    for (std::size_t item = 0; item < visited.size(); ++item) {
      if (visited[item] && !covered_[item]) step.visits.push_back(item);
    }
    for (const std::size_t item : step.visits) covered_[item] = true;
    step.goes_on = states_.insert(state_key(liveness_, turn.session)).second;
    if (!step.goes_on && step.visits.empty()) return;
    if (!step.visits.empty()) {
      for (std::size_t at = from; at != 0; at = steps_[at].parent) steps_[at].leads_to_more = true;
    }
    steps_.push_back(std::move(step));
  }

  // The talk as lines of a test, with what comes back.
  [[nodiscard]] std::string talk_to(std::size_t at) const {
    std::vector<std::size_t> way;
    for (std::size_t step = at; step != 0; step = steps_[step].parent) way.push_back(step);
    std::ranges::reverse(way);
    std::string talk = "# Visits " + items_[steps_[at].visits.front()].name;
    if (steps_[at].visits.size() > 1) {
      talk += " and " + std::to_string(steps_[at].visits.size() - 1) + " more";
    }
    talk += '\n';
    Turn turn = take_turn(bundle_, start_session(bundle_, {}), StartMessage{}, setting_.now);
    for (const std::size_t step : way) {
      talk += line_of(steps_[step], turn.reply) + '\n';
      turn = take_turn(bundle_, turn.session, steps_[step].message, setting_.now);
      add_expectations(steps_[step], turn, talk);
    }
    return talk;
  }

  // A button by its label, as it is seen.
  static std::string line_of(const Step& step, const Reply& shown) {
    if (!step.line.empty()) return step.line;
    const ChoiceId& id = std::get<ChooseMessage>(step.message).choice;
    for (const Choice& choice : choices_shown(shown)) {
      if (choice.id == id) return "choose: " + choice.label;
    }
    return "choose: " + id.value;
  }

  static void add_expectations(const Step& step, const Turn& turn, std::string& talk) {
    if (std::holds_alternative<SayMessage>(step.message)) {
      if (turn.trace.safety.empty()) {
        talk += "intent: " + turn.trace.intent + '\n';
      } else {
        talk += "safety: " + turn.trace.safety + '\n';
      }
    }
    for (const std::string& prompt : prompts_said(turn.reply)) talk += "bot: " + prompt + '\n';
  }

  const Bundle& bundle_;
  const SuggestionSetting& setting_;
  CoverageMap map_;
  std::vector<CoverageItem> items_;
  SlotLiveness liveness_;
  VisitorMoves moves_;
  std::vector<TypedLine> typed_;
  std::vector<bool> covered_;
  std::unordered_set<std::string> states_;
  std::vector<Step> steps_;
};

}  // namespace

std::vector<std::string> suggest_talks(const Bundle& bundle, const PackSource& source,
                                       const std::vector<bool>& covered,
                                       const SuggestionSetting& setting) {
  return TalkFinder(bundle, source, covered, setting).run();
}

}  // namespace waymark
