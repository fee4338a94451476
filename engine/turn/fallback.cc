#include "engine/turn/fallback.h"

#include <algorithm>
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

namespace {

// What the way to a person says before it asks anything, and the menu; false where the pack names
// no such way.
bool offer_person(const Bundle& bundle, DialogRunner& runner) {
  const auto person = bundle.door("person");
  const auto flow = person ? bundle.intents[*person].starts : std::nullopt;
  if (!flow) return false;
  runner.say(bundle.prompts.not_understood);
  runner.say_opening(*flow);
  offer_menu(bundle, runner);
  return true;
}

// How often the open question is asked again before anything else is tried; the fallback flow
// counts as once.
std::size_t rephrasings(const Bundle& bundle, const Session& session) {
  const auto open = bundle.graph.find(session.waiting);
  const auto* ask = open ? std::get_if<AskNode>(&bundle.graph.node(*open).body) : nullptr;
  if (ask == nullptr || ask->when_left == AskNode::WhenLeft::Forget) return 1;
  return std::max<std::size_t>(1, ask->reasks.size());
}

}  // namespace

std::size_t fallback_level(const Bundle& bundle, const Session& session) {
  const std::size_t times = session.fallbacks;
  const std::size_t tried = rephrasings(bundle, session);
  if (times < tried) return times;
  return bundle.door("person") ? tried + (times - tried) % 2 : tried;
}

void fall_back(const Bundle& bundle, DialogRunner& runner) {
  const std::size_t level = fallback_level(bundle, runner.session());
  const std::size_t menu = rephrasings(bundle, runner.session());
  runner.add(FallbackCounted{});
  if (runner.ask_again(level)) return;
  // Sub-flows that were under way are left with the question that was not answered.
  while (!runner.session().stack.empty() &&
         runner.session().stack.back().kind == StackFrame::Kind::Caller) {
    runner.add(Popped{});
  }
  if (level == 0) {
    runner.run(bundle.fallback);
  } else if (level == menu || !offer_person(bundle, runner)) {
    runner.say(bundle.prompts.fallback_again);
    offer_menu(bundle, runner);
  }
}

}  // namespace waymark
