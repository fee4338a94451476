// One turn, one way: the eight stages in order. Read this first.
//
//   1 admit, 2 normalise, 3 screen, 4 match   understanding.cc
//   5 route                                   router.cc
//   6 run                                     dialog_runner.cc, fallback.cc, commands.cc
//   7 render                                  render/renderer.cc
//   8 apply                                   session/tracker.cc (each event as it happens)

#include "engine/turn/turn_pipeline.h"

#include <algorithm>
#include <utility>

#include "engine/api/engine.h"
#include "engine/render/found_words.h"
#include "engine/render/renderer.h"
#include "engine/turn/answer_reader.h"
#include "engine/turn/commands.h"
#include "engine/turn/crisis.h"
#include "engine/turn/fallback.h"
#include "engine/turn/risk_question.h"
#include "engine/turn/tracing.h"

namespace waymark {
namespace {

// Whether a choice of the open form changes an answer that was given before.
bool changes_earlier(const Bundle& bundle, const Session& session, const Node& node) {
  const auto open = bundle.graph.find(session.waiting);
  if (!open || node.ref == session.waiting) return false;
  const auto* ask = std::get_if<AskNode>(&bundle.graph.node(*open).body);
  const AskNode& chosen = std::get<AskNode>(node.body);
  if (ask == nullptr || !ask->form || !chosen.form || ask->form->form != chosen.form->form) {
    return false;
  }
  if (chosen.form->part != FormPlace::Part::Question) return false;
  const FormNode& form = std::get<FormNode>(bundle.graph.node(ask->form->form).body);
  return find_slot(session.slots, form.questions[chosen.form->question].slot).has_value();
}

// An old button of a summary does not vouch for answers that may be gone: the form goes on where it
// stands.
void run_form(const Bundle& bundle, NodeIndex form, DialogRunner& runner) {
  const NodeIndex which = std::get<FormNode>(bundle.graph.node(form).body).which;
  const NodeIndex next = std::get<AskNode>(bundle.graph.node(which).body).choices.back().next;
  runner.add(Said{bundle.graph.node(next).ref});
  runner.run(next);
}

void run_choice(const Bundle& bundle, const Decision& decision, DialogRunner& runner) {
  const Node& node = bundle.graph.node(decision.choice->node);
  const ChoiceOption& option = std::get<AskNode>(node.body).choices[decision.choice->option];
  if (changes_earlier(bundle, runner.session(), node)) {
    if (!decision.goes_on) runner.answer(option.set);
    runner.say(bundle.prompts.form_changed);
    runner.ask_open();
    return;
  }
  // A button of an earlier question: what was left open since then is let go.
  if (node.ref != runner.session().waiting) {
    runner.add(StackCleared{});
    const auto& form = std::get<AskNode>(node.body).form;
    if (form && form->part != FormPlace::Part::Question) {
      return run_form(bundle, form->form, runner);
    }
  }
  if (!decision.goes_on) runner.answer(option.set);
  runner.add(Said{bundle.graph.node(option.next).ref});
  runner.run(option.next);
}

void run_answer(const Bundle& bundle, const Decision& decision, DialogRunner& runner) {
  if (decision.hears_no) return hear_no(bundle, runner);
  if (decision.choice) return run_choice(bundle, decision, runner);
  runner.answer(decision.value ? with_told(bundle, *decision.value) : std::vector<SlotEntry>());
  runner.add(Said{bundle.graph.node(*decision.to).ref});
  runner.run(*decision.to);
}

// The plan first. A choice that told of the risk is kept, and its question stays open with a button
// that goes on from it.
void run_crisis(const Bundle& bundle, const Decision& decision, DialogRunner& runner) {
  show_crisis_plan(bundle, decision.risk->category, decision.risk->tier, runner);
  runner.add(RiskSeen{stable_id(name_of(decision.risk->category)),
                      static_cast<std::uint8_t>(decision.risk->tier), true});
  if (!decision.choice) return;
  const AskNode& ask = std::get<AskNode>(bundle.graph.node(decision.choice->node).body);
  const ChoiceOption& option = ask.choices[decision.choice->option];
  runner.answer(option.set);
  runner.offer(
      {{{ChoiceId{std::string(kGoOnChoicePrefix) + option.id.value}, bundle.prompts.go_on}}});
}

void run_intent(const Bundle& bundle, const Decision& decision, DialogRunner& runner) {
  const FlowIndex flow = *bundle.intents[*decision.intent].starts;
  if (decision.kind == DecisionKind::Digress) {
    runner.add(Pushed{{StackFrame::Kind::Question, runner.session().waiting}});
  } else {
    runner.add(StackCleared{});
  }
  if (decision.acknowledge) runner.say(*decision.acknowledge);
  runner.add(Waited{});
  for (const IntentIndex other : decision.before) {
    runner.say_opening(*bundle.intents[other].starts);
  }
  runner.add(Said{bundle.graph.node(bundle.graph.flow(flow).start).ref});
  runner.run(flow);
  if (decision.offers.empty()) return;
  runner.say(bundle.prompts.or_else);
  offer_intents(bundle, decision.offers, runner);
  // Beside a question they are buttons only: what is typed next answers the question.
  if (runner.session().waiting.is_set()) runner.add(Offered{});
}

// A chat that is opened again shows where it stood: the help of a crisis, the open question, or
// what was said last.
void run_again(const Bundle& bundle, DialogRunner& runner) {
  if (repeat_crisis_plan(bundle, runner)) return;
  const Session& session = runner.session();
  const auto at = bundle.graph.find(session.waiting.is_set() ? session.waiting : session.last_said);
  if (at) runner.run_aside(*at);
  if (runner.outputs().empty()) runner.run(bundle.start);
}

// Stage 6.
void run_decision(const Bundle& bundle, const Decision& decision, DialogRunner& runner) {
  if (decision.kind != DecisionKind::Fallback && decision.kind != DecisionKind::Clarify) {
    runner.add(Understood{});
  }
  if (!runner.session().offered.empty()) runner.add(Offered{});
  switch (decision.kind) {
    case DecisionKind::Crisis: run_crisis(bundle, decision, runner); break;
    case DecisionKind::Command:
      run_command(bundle, *bundle.intents[*decision.intent].command, runner);
      break;
    case DecisionKind::Answer: run_answer(bundle, decision, runner); break;
    case DecisionKind::Resume: run_again(bundle, runner); break;
    case DecisionKind::Digress:
    case DecisionKind::Start:
    case DecisionKind::Handoff: run_intent(bundle, decision, runner); break;
    case DecisionKind::Clarify: clarify(bundle, decision.offers, runner); break;
    case DecisionKind::Fallback: fall_back(bundle, runner); break;
    case DecisionKind::Welcome:
      runner.add(Said{bundle.graph.node(bundle.graph.flow(bundle.start).start).ref});
      runner.run(bundle.start);
      break;
  }
}

// What the session keeps of risk after a turn in which the crisis plan was not shown.
void remember_risk(const Bundle& bundle, const RiskAssessment& risk, DialogRunner& runner) {
  if (risk.tier == RiskTier::Context) {
    runner.add(
        RiskSeen{stable_id(name_of(risk.category)), static_cast<std::uint8_t>(risk.tier), false});
    runner.say(bundle.prompts.help_stays);
    return;
  }
  const RiskMemory& memory = runner.session().risk;
  if (memory.times_shown > 0 && memory.turns_since == 0) runner.say(bundle.prompts.help_stays);
  runner.add(RiskQuiet{});
}

std::vector<TemplateArgument> arguments_of(const Bundle& bundle, const Session& session) {
  std::vector<TemplateArgument> arguments;
  for (const SlotDefinition& slot : bundle.slots) {
    const auto value = find_slot(session.slots, stable_id(slot.id));
    if (!value) continue;
    if (const auto* number = std::get_if<std::int32_t>(&*value)) {
      arguments.push_back({slot.id, *number});
    } else {
      arguments.push_back({slot.id, value_text(slot, *value)});
    }
  }
  return arguments;
}

// A session of another version of the pack: what this version does not have is let go.
Session fitted(const Bundle& bundle, Session session) {
  if (session.pack_version != bundle.summary.fingerprint) session.trail.clear();
  session.pack_version = bundle.summary.fingerprint;
  if (session.waiting.is_set() && !bundle.graph.find(session.waiting)) session.waiting = {};
  if (session.last_said.is_set() && !bundle.graph.find(session.last_said)) session.last_said = {};
  std::erase_if(session.stack,
                [&](const StackFrame& frame) { return !bundle.graph.find(frame.at); });
  std::erase_if(session.slots, [&](const SlotEntry& entry) {
    return std::ranges::none_of(bundle.slots, [&](const SlotDefinition& slot) {
      return stable_id(slot.id) == entry.slot && allows(slot, entry.value);
    });
  });
  return session;
}

}  // namespace

Session start_session(const Bundle& bundle, std::string_view locale) {
  Session session;
  session.locale = stable_id(bundle.locale(stable_id(locale)).locale);
  session.pack_version = bundle.summary.fingerprint;
  return session;
}

DialogRunner begin_turn(const Bundle& bundle, const Session& session, UtcSeconds now,
                        const ServiceDirectory* directory) {
  return {bundle, fitted(bundle, session), now, directory};
}

Decision run_turn(const Bundle& bundle, const Message& message, const Understanding& understanding,
                  DialogRunner& runner) {
  Decision decision = route(bundle, runner.session(), message, understanding);
  if (!std::holds_alternative<StartMessage>(message)) runner.add(TurnCounted{});
  run_decision(bundle, decision, runner);
  if (runner.outputs().empty()) ask_what_else(bundle, runner);
  if (!runner.has_shown_plan()) {
    remember_risk(bundle, understanding.risk, runner);
    runner.add(RiskTailKept{understanding.risk_tail});
  }
  return decision;
}

namespace {

void render(const Bundle& /*bundle*/, const PartSpec& part, Renderer& renderer) {
  renderer.add(part);
}

void render(const Bundle& /*bundle*/, const ChoiceLabels& labels, Renderer& renderer) {
  std::vector<Choice> choices;
  for (const auto& entry : labels.entries) {
    choices.push_back({entry.id, renderer.label(entry.label)});
  }
  renderer.add_choices(std::move(choices));
}

void render(const Bundle& bundle, const AnswerLines& answers, Renderer& renderer) {
  std::vector<std::vector<TemplateArgument>> lines;
  for (const AnswerLines::Line& line : answers.lines) {
    lines.push_back({{"number", static_cast<std::int32_t>(lines.size() + 1)},
                     {"question", renderer.label(line.question)},
                     {"answer", renderer.label(line.answer)}});
  }
  renderer.add_lines(bundle.prompts.form_line, lines);
}

void render(const Bundle& bundle, const DirectoryEntry& entry, Renderer& renderer) {
  const auto& line = bundle.prompts.found_line;
  std::string note = line ? renderer.line(*line, found_arguments(entry)) : entry.note;
  renderer.add_contact(
      {ServiceId{entry.id}, entry.name, entry.phone, {}, {}, entry.url, {}, std::move(note)});
}

}  // namespace

Reply render_turn(const Bundle& bundle, UtcSeconds now, DialogRunner& runner) {
  const Session& session = runner.session();
  Renderer renderer(bundle.locale(session.locale).prompts, bundle.services, bundle.prompts.hours,
                    now, session.variants, arguments_of(bundle, session));
  for (const Output& output : runner.outputs()) {
    std::visit([&](const auto& shown) { render(bundle, shown, renderer); }, output);
  }
  for (Event& event : renderer.take_events()) runner.add(std::move(event));
  Reply reply = renderer.take_reply();
  reply.safety = runner.has_shown_plan();
  return reply;
}

Turn take_turn(const Bundle& bundle, const Session& session, const Message& message, UtcSeconds now,
               const ServiceDirectory* directory) {
  return take_turn_without(bundle, session, message, now, {}, directory);
}

Turn take_turn_without(const Bundle& bundle, const Session& session, const Message& message,
                       UtcSeconds now, const LeftOut& left_out, const ServiceDirectory* directory) {
  DialogRunner runner = begin_turn(bundle, session, now, directory);
  const LocaleContent& content = bundle.locale(session.locale);
  Understanding understanding;
  if (const auto* say = std::get_if<SayMessage>(&message)) {
    understanding = understand(content, say->text.bytes(), session.risk, left_out);
  }
  const Decision decision = run_turn(bundle, message, understanding, runner);
  Turn turn;
  turn.reply = render_turn(bundle, now, runner);
  turn.trace = trace_of(bundle, content, understanding, decision);
  for (const PathStep& step : runner.path()) {
    turn.trace.path.push_back(bundle.graph.path(step.node));
  }
  turn.events = runner.take_events();
  turn.session = runner.session();
  return turn;
}

bool knows_choice(const Bundle& bundle, const ChoiceId& choice) {
  std::string_view id = choice.value;
  if (id.starts_with(kGoOnChoicePrefix)) {
    id.remove_prefix(kGoOnChoicePrefix.size());
    return bundle.graph.find_choice(ChoiceId{std::string(id)}).has_value();
  }
  if (risk_answer(choice)) return bundle.crisis.question().has_value();
  if (id == kNoneChoice || bundle.graph.find_choice(choice)) return true;
  if (!id.starts_with(kIntentChoicePrefix)) return false;
  const auto intent = bundle.find_intent(stable_id(id.substr(kIntentChoicePrefix.size())));
  return intent && (bundle.intents[*intent].starts || bundle.intents[*intent].command);
}

const Reply& last_resort_reply(const Bundle& bundle) { return bundle.locales.front()->last_resort; }

}  // namespace waymark
