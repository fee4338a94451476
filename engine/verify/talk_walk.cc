#include "engine/verify/talk_walk.h"

#include <algorithm>
#include <chrono>

#include "engine/api/check.h"
#include "engine/api/engine.h"
#include "engine/turn/turn_pipeline.h"
#include "engine/verify/crisis_check.h"
#include "engine/verify/score_variants.h"
#include "engine/verify/state_key.h"

namespace waymark {
namespace {

// The proof holds at any time: which lines are open changes their order, not that they are shown.
constexpr UtcSeconds kNoon{std::chrono::hours(12)};

// What is said, with what prompts may show of the slots: equal bytes render to equal words.
class OutputKey {
 public:
  explicit OutputKey(std::string tag) : bytes_(std::move(tag)) {}

  void add(const DialogRunner& runner) {
    Session slots_only;
    slots_only.slots = runner.session().slots;
    bytes_ += encode_session(slots_only);
    for (const Output& output : runner.outputs()) {
      if (const auto* part = std::get_if<PartSpec>(&output)) {
        add(*part);
      } else if (const auto* choices = std::get_if<ChoiceLabels>(&output)) {
        for (const auto& entry : choices->entries) bytes_ += entry.id.value;
        bytes_ += '\n';
      } else {
        bytes_.push_back(static_cast<char>(output.index()));
      }
    }
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  void number(std::uint32_t value) {
    for (unsigned shift = 0; shift < 32; shift += 8) {
      bytes_.push_back(static_cast<char>(value >> shift & 0xFFU));
    }
  }
  void add(const PartSpec& part) {
    bytes_.push_back(static_cast<char>(part.index()));
    if (const auto* text = std::get_if<TextSpec>(&part)) {
      number(static_cast<std::uint32_t>(text->prompt));
    } else if (const auto* contact = std::get_if<ContactSpec>(&part)) {
      number(static_cast<std::uint32_t>(contact->service));
    } else if (const auto* link = std::get_if<LinkSpec>(&part)) {
      number(static_cast<std::uint32_t>(link->service));
      number(static_cast<std::uint32_t>(link->label));
    } else {
      const auto& card = std::get<CardSpec>(part);
      number(static_cast<std::uint32_t>(card.title));
      number(static_cast<std::uint32_t>(card.text));
    }
  }

  std::string bytes_;
};

// Whether the choices of the question are all on show in the last choices of the reply or before.
bool shows_choices(const Reply& reply, const AskNode& ask) {
  return std::ranges::any_of(reply.parts, [&ask](const Part& part) {
    const auto* shown = std::get_if<ChoicesPart>(&part);
    return shown != nullptr &&
           std::ranges::equal(shown->choices, ask.choices, {}, &Choice::id, &ChoiceOption::id);
  });
}

// A directory that has something for everybody.
class FullDirectory : public ServiceDirectory {
 public:
  [[nodiscard]] std::vector<DirectoryEntry> find(const DirectoryQuery& query) const override {
    return {{query.list, query.list, {}, {}, {}}};
  }
};

bool is_same_place(const Session& one, const Session& other) {
  return one.waiting == other.waiting && one.stack == other.stack;
}

}  // namespace

TalkWalk::TalkWalk(const Bundle& bundle, const SlotLiveness& liveness, const VisitorMoves& moves,
                   StableId locale, std::size_t most_states)
    : bundle_(bundle),
      liveness_(liveness),
      moves_(moves),
      locale_(locale),
      most_states_(most_states),
      coverage_(bundle),
      looks_up_(std::ranges::any_of(bundle.graph.nodes(), [](const Node& node) {
        return std::holds_alternative<LookUpNode>(node.body);
      })) {
  for (const CrisisPlan& plan : bundle.crisis.plans()) {
    for (const IntentIndex intent : plan.choices) {
      const auto& flow = bundle.intents[intent].starts;
      if (flow) ways_to_help_.push_back(bundle.graph.node(bundle.graph.flow(*flow).start).ref);
    }
  }
}

void TalkWalk::run() {
  begin();
  visit_from(0);
  const auto met = static_cast<StateIndex>(states_.size());
  press_old_buttons();
  visit_from(met);
  check_ends();
  report_.states = states_.size();
}

void TalkWalk::visit_from(StateIndex first) {
  for (StateIndex at = first; at < states_.size(); ++at) {
    if (states_.size() > most_states_) {
      is_whole_ = false;
      report("WM806", place_of(states_.front().session),
             "The proof stopped after " + std::to_string(most_states_) +
                 " states of a talk; what comes after them is not proved.",
             at, {});
      return;
    }
    visit(at);
  }
}

void TalkWalk::begin() {
  Session session = start_session(bundle_, {});
  session.locale = locale_;
  states_.push_back({session, 0, {}, true, 0, 0});
  by_key_.emplace(state_key(liveness_, session), 0);
}

void TalkWalk::visit(StateIndex at) {
  take_crises(at);
  const auto waiting = bundle_.graph.find(states_[at].session.waiting);
  states_[at].goes_on = !waiting.has_value();
  for (const VisitorMove& move : moves_.buttons(states_[at].session)) take(at, move);
  if (!states_[at].goes_on) {
    report("WM805", bundle_.graph.node(*waiting).place,
           "Every button of " + quoted_path(*waiting) + " leads back to it.", at, {});
  }
  for (const VisitorMove& move : moves_.answers(states_[at].session)) take(at, move);
  for (const VisitorMove& move : moves_.typed()) take(at, move);
}

// They let go of everything that is open: the states in which nothing is open stand for all. Comes
// last, so that the talks that are shown press what is in sight where that is enough.
void TalkWalk::press_old_buttons() {
  const auto met = static_cast<StateIndex>(states_.size());
  for (StateIndex at = 1; at < met; ++at) {
    if (states_[at].session.waiting.is_set()) continue;
    for (const VisitorMove& move : moves_.old_buttons()) take(at, move);
  }
}

void TalkWalk::take_crises(StateIndex at) {
  for (const CrisisMove& crisis : moves_.crises()) {
    const CrisisPlan* plan = plan_due(bundle_, crisis.category, crisis.tier);
    const Session before = states_[at].session;
    DialogRunner runner = begin_turn(bundle_, before, kNoon);
    std::string fault = plan == nullptr ? "There is no plan for it." : std::string();
    if (plan != nullptr) {
      run_turn(bundle_, crisis.move.message, crisis.move.understanding, runner);
      ++report_.turns;
      ++report_.crises;
      fault = runner.has_shown_plan() ? carry_on_fault(before, runner.session())
                                      : "The reply holds no crisis plan.";
    }
    if (fault.empty() && is_new_reply(runner, crisis.move.line)) {
      fault = crisis_fault(bundle_, *plan, before, render_turn(bundle_, kNoon, runner));
    }
    if (fault.empty()) {
      enter(at, crisis.move, runner.session());
      continue;
    }
    report("WM801", plan == nullptr ? place_of(before) : plan->place,
           "Somebody at risk (" + std::string(name_of(crisis.category)) + ", " +
               std::string(name_of(crisis.tier)) + ") does not get crisis help first. " + fault,
           at, crisis.move.line);
  }
}

// What is looked up may be found or not.
void TalkWalk::take(StateIndex at, const VisitorMove& move) {
  take(at, move, nullptr);
  const FullDirectory full;
  if (looks_up_) take(at, move, &full);
}

void TalkWalk::take(StateIndex at, const VisitorMove& move, const ServiceDirectory* directory) {
  DialogRunner runner = begin_turn(bundle_, states_[at].session, kNoon, directory);
  ++report_.turns;
  Decision decision;
  try {
    decision = run_turn(bundle_, move.message, move.understanding, runner);
  } catch (const BrokenCheck& broken) {
    report("WM802", place_of(states_[at].session),
           std::string("A turn breaks and gives no reply: ") + broken.what() + '.', at, move.line);
    return;
  }
  coverage_.note(runner.path());
  if (is_new_reply(runner, "reply")) check_reply(at, move, decision, runner);
  note_doors(at, decision, runner.session());
  const NodeRef said = runner.session().last_said;
  const bool gives_help = std::ranges::find(ways_to_help_, said) != ways_to_help_.end();
  if (move.is_shown && gives_help) states_[at].turns_to_help = 1;
  const bool is_button = std::holds_alternative<ChooseMessage>(move.message);
  const auto to = enter(at, move, runner.session());
  if (!to || !move.is_shown) return;
  shown_steps_.push_back({at, *to, is_button});
  if (is_button && !is_same_place(states_[at].session, states_[*to].session)) {
    states_[at].goes_on = true;
  }
}

std::optional<TalkWalk::StateIndex> TalkWalk::enter(StateIndex from, const VisitorMove& move,
                                                    Session session) {
  const std::size_t met = states_.size();
  const StateIndex state = add_state(from, move.line, std::move(session));
  if (states_.size() == met) return state;
  for (Session& variant : score_variants(bundle_, states_[state].session)) {
    add_state(from, "# with answers that add up to another range", std::move(variant));
  }
  return state;
}

// The state of that key, new or not.
TalkWalk::StateIndex TalkWalk::add_state(StateIndex from, std::string line, Session session) {
  const auto next = static_cast<StateIndex>(states_.size());
  const auto [place, is_new] = by_key_.emplace(state_key(liveness_, session), next);
  if (is_new) states_.push_back({std::move(session), from, std::move(line), false, 0, 0});
  return place->second;
}

void TalkWalk::note_doors(StateIndex at, const Decision& decision, const Session& after) {
  for (std::size_t i = 0; i < bundle_.doors.size(); ++i) {
    const Intent& door = bundle_.intents[bundle_.doors[i].intent];
    const bool is_open =
        door.starts
            ? after.last_said == bundle_.graph.node(bundle_.graph.flow(*door.starts).start).ref
            : decision.kind == DecisionKind::Command &&
                  bundle_.intents[*decision.intent].command == door.command;
    if (is_open) states_[at].doors = static_cast<std::uint8_t>(states_[at].doors | 1U << i);
  }
}

void TalkWalk::check_reply(StateIndex at, const VisitorMove& move, const Decision& decision,
                           DialogRunner& runner) {
  const auto waiting = bundle_.graph.find(runner.session().waiting);
  const bool was_asked = runner.session().waiting != states_[at].session.waiting;
  const SourcePlace place = place_of(runner.session());
  const Reply reply = render_turn(bundle_, kNoon, runner);
  if (reply.parts.empty()) {
    report("WM802", place, "A reply is empty.", at, move.line);
    return;
  }
  check_slots_shown(at, move, runner);
  if (decision.choice && decision.risk) {
    const CrisisPlan* plan = plan_due(bundle_, decision.risk->category, decision.risk->tier);
    const std::string fault = plan == nullptr
                                  ? "There is no plan for it."
                                  : crisis_fault(bundle_, *plan, states_[at].session, reply);
    if (!fault.empty()) {
      report(
          "WM810", bundle_.graph.node(decision.choice->node).place,
          "A choice says that somebody is at risk and does not lead to crisis help first. " + fault,
          at, move.line);
    }
  }
  const auto* ask = waiting ? std::get_if<AskNode>(&bundle_.graph.node(*waiting).body) : nullptr;
  if (ask == nullptr || !was_asked || shows_choices(reply, *ask)) return;
  report("WM803", place, "The question " + quoted_path(*waiting) + " is asked without its choices.",
         at, move.line);
}

void TalkWalk::check_slots_shown(StateIndex at, const VisitorMove& move,
                                 const DialogRunner& runner) {
  const Session& session = runner.session();
  const PromptTable& prompts = bundle_.locale(session.locale).prompts;
  for (const Output& output : runner.outputs()) {
    const auto* part = std::get_if<PartSpec>(&output);
    const auto* text = part == nullptr ? nullptr : std::get_if<TextSpec>(part);
    if (text == nullptr) continue;
    for (const std::string& name : prompts.arguments(text->prompt)) {
      const bool is_slot =
          std::ranges::find(bundle_.slots, name, &SlotDefinition::id) != bundle_.slots.end();
      if (!is_slot || find_slot(session.slots, stable_id(name))) continue;
      report("WM815", place_of_last(runner),
             "\"" + prompts.at(text->prompt).id.value + "\" shows {" + name +
                 "}, which is not known in this talk.",
             at, move.line);
    }
  }
}

// Where the last node that ran stands.
SourcePlace TalkWalk::place_of_last(const DialogRunner& runner) const {
  if (runner.path().empty()) return place_of(runner.session());
  return bundle_.graph.node(runner.path().back().node).place;
}

bool TalkWalk::is_new_reply(const DialogRunner& runner, std::string tag) {
  OutputKey key(std::move(tag));
  key.add(runner);
  return seen_replies_.insert(key.take()).second;
}

SourcePlace TalkWalk::place_of(const Session& session) const {
  const auto waiting = bundle_.graph.find(session.waiting);
  return bundle_.graph.node(waiting ? *waiting : bundle_.graph.flow(bundle_.start).start).place;
}

std::string TalkWalk::quoted_path(NodeIndex node) const {
  return '"' + bundle_.graph.path(node) + '"';
}

std::string TalkWalk::talk_to(StateIndex at, std::string_view line) const {
  std::vector<std::string_view> lines;
  for (StateIndex state = at; state != 0; state = states_[state].parent) {
    lines.push_back(states_[state].line);
  }
  std::ranges::reverse(lines);
  if (!line.empty()) lines.push_back(line);
  std::string talk;
  for (const std::string_view each : lines) talk += "\n    " + std::string(each);
  return talk;
}

void TalkWalk::report(std::string_view code, SourcePlace place, std::string message, StateIndex at,
                      std::string_view line) {
  const std::string where = place.file + ':' + std::to_string(place.line);
  if (!reported_.emplace(std::string(code), where).second) return;
  const std::string talk = talk_to(at, line);
  report_.findings.push_back(
      {std::string(code), code == "WM806" ? Severity::Warning : Severity::Error, std::move(place),
       std::move(message),
       talk.empty() ? "It is so from the start." : "The shortest talk that shows it:" + talk});
}

}  // namespace waymark
