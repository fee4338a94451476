#include "engine/turn/fallback.h"

#include <string>
#include <utility>

#include "engine/turn/router.h"

namespace waymark {

ChoiceLabels::Entry intent_choice(const Bundle& bundle, IntentIndex intent) {
  const Intent& meant = bundle.intents[intent];
  return {ChoiceId{std::string(kIntentChoicePrefix) + meant.id.value}, meant.title};
}

void clarify(const Bundle& bundle, const std::vector<IntentIndex>& offers, DialogRunner& runner) {
  runner.say(bundle.prompts.clarify);
  ChoiceLabels choices;
  std::vector<StableId> offered;
  for (const IntentIndex intent : offers) {
    choices.entries.push_back(intent_choice(bundle, intent));
    offered.push_back(stable_id(bundle.intents[intent].id));
  }
  choices.entries.push_back({ChoiceId{std::string(kNoneChoice)}, bundle.prompts.clarify_none});
  runner.offer(std::move(choices));
  runner.add(Offered{std::move(offered)});
}

void offer_intents(const Bundle& bundle, const std::vector<IntentIndex>& intents,
                   DialogRunner& runner) {
  ChoiceLabels choices;
  std::vector<StableId> offered;
  for (const IntentIndex intent : intents) {
    choices.entries.push_back(intent_choice(bundle, intent));
    offered.push_back(stable_id(bundle.intents[intent].id));
  }
  runner.offer(std::move(choices));
  runner.add(Offered{std::move(offered)});
}

void offer_menu(const Bundle& bundle, DialogRunner& runner) {
  offer_intents(bundle, bundle.menu, runner);
}

void ask_what_else(const Bundle& bundle, DialogRunner& runner) {
  runner.say(bundle.prompts.anything_else);
  offer_menu(bundle, runner);
}

void fall_back(const Bundle& bundle, DialogRunner& runner) {
  const bool again = runner.session().fallbacks > 0;
  runner.add(FallbackCounted{});
  if (!again && runner.ask_again()) return;
  // Sub-flows that were under way are left with the question that was not answered.
  while (!runner.session().stack.empty() &&
         runner.session().stack.back().kind == StackFrame::Kind::Caller) {
    runner.add(Popped{});
  }
  if (again) {
    runner.say(bundle.prompts.fallback_again);
    offer_menu(bundle, runner);
  } else {
    runner.run(bundle.fallback);
  }
}

}  // namespace waymark
