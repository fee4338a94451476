#include "engine/turn/commands.h"

#include <algorithm>

#include "engine/turn/crisis.h"
#include "engine/turn/fallback.h"

namespace waymark {
namespace {

// The form whose question or summary is open.
const FormNode* open_form(const Bundle& bundle, const Session& session) {
  const auto open = bundle.graph.find(session.waiting);
  const auto* ask = open ? std::get_if<AskNode>(&bundle.graph.node(*open).body) : nullptr;
  if (ask == nullptr || !ask->form) return nullptr;
  return &std::get<FormNode>(bundle.graph.node(ask->form->form).body);
}

void repeat(const Bundle& bundle, DialogRunner& runner) {
  if (repeat_crisis_plan(bundle, runner)) return;
  if (open_form(bundle, runner.session()) != nullptr && runner.ask_open()) return;
  const auto last = bundle.graph.find(runner.session().last_said);
  if (last) {
    runner.run_aside(*last);
    return;
  }
  runner.say(bundle.prompts.nothing_to_repeat);
  offer_menu(bundle, runner);
}

void go_back(const Bundle& bundle, DialogRunner& runner) {
  if (runner.take_back() || runner.resume()) return;
  runner.say(bundle.prompts.back_nothing);
  offer_menu(bundle, runner);
}

// Which answer of the open form; elsewhere to change one's mind is to go back.
void change(const Bundle& bundle, DialogRunner& runner) {
  const FormNode* form = open_form(bundle, runner.session());
  const bool is_begun =
      form != nullptr && std::ranges::any_of(form->questions, [&](const auto& question) {
        return find_slot(runner.session().slots, question.slot).has_value();
      });
  if (!is_begun) return go_back(bundle, runner);
  runner.answer({});
  runner.run(form->which);
}

void stop(const Bundle& bundle, DialogRunner& runner) {
  runner.add(StackCleared{});
  runner.add(Waited{});
  runner.say(bundle.prompts.stopped);
}

}  // namespace

void run_command(const Bundle& bundle, Command command, DialogRunner& runner) {
  switch (command) {
    case Command::Restart:
      runner.add(Restarted{});
      runner.add(Said{bundle.graph.node(bundle.graph.flow(bundle.start).start).ref});
      runner.run(bundle.start);
      break;
    case Command::Repeat: repeat(bundle, runner); break;
    case Command::Back: go_back(bundle, runner); break;
    case Command::Change: change(bundle, runner); break;
    case Command::Stop: stop(bundle, runner); break;
  }
}

}  // namespace waymark
