#include "engine/turn/commands.h"

#include "engine/turn/crisis.h"
#include "engine/turn/fallback.h"

namespace waymark {
namespace {

void repeat(const Bundle& bundle, DialogRunner& runner) {
  if (repeat_crisis_plan(bundle, runner)) return;
  const auto last = bundle.graph.find(runner.session().last_said);
  if (last) {
    runner.run_aside(*last);
    return;
  }
  runner.say(bundle.prompts.nothing_to_repeat);
  offer_menu(bundle, runner);
}

void go_back(const Bundle& bundle, DialogRunner& runner) {
  if (runner.resume()) return;
  runner.say(bundle.prompts.back_nothing);
  offer_menu(bundle, runner);
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
    case Command::Stop: stop(bundle, runner); break;
  }
}

}  // namespace waymark
