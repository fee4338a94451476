// What DialogRunner does with answers: forms, scores, and steps that are taken back.

#include <algorithm>

#include "engine/turn/dialog_runner.h"

namespace waymark {
namespace {

// Whether questions may be left out: there is a choice then that answers nothing.
bool may_skip(const DialogGraph& graph, const FormNode& form) {
  const AskNode& ask = std::get<AskNode>(graph.node(form.questions.front().ask).body);
  return std::ranges::any_of(ask.choices,
                             [](const ChoiceOption& option) { return option.set.empty(); });
}

}  // namespace

void DialogRunner::assign(const SlotEntry& entry) {
  add(SlotSet{entry});
  update_scores(entry.slot);
}

void DialogRunner::forget(StableId slot) {
  if (!find_slot(session_.slots, slot)) return;
  add(SlotForgotten{slot});
  update_scores(slot);
}

void DialogRunner::update_scores(StableId part) {
  for (const SlotDefinition& slot : bundle_.slots) {
    if (std::ranges::find(slot.sum_of, part) == slot.sum_of.end()) continue;
    const StableId id = stable_id(slot.id);
    if (const auto sum = score_of(slot, session_.slots)) {
      add(SlotSet{{id, *sum}});
    } else if (find_slot(session_.slots, id)) {
      add(SlotForgotten{id});
    }
  }
}

// A form that is begun again takes the place of itself: its questions that were left are let go.
NodeIndex DialogRunner::begin_form(const FormNode& node) {
  const auto is_left = [&](NodeRef at) {
    const auto index = bundle_.graph.find(at);
    const auto* ask = index ? std::get_if<AskNode>(&bundle_.graph.node(*index).body) : nullptr;
    const AskNode& own = std::get<AskNode>(bundle_.graph.node(node.questions.front().ask).body);
    return ask != nullptr && ask->form && ask->form->form == own.form->form;
  };
  while (has_left_question() && is_left(session_.stack.back().at)) add(Popped{});
  for (const FormNode::Question& question : node.questions) forget(question.slot);
  return node.questions.front().ask;
}

NodeIndex DialogRunner::next_in_form(const FormStepNode& node) {
  const FormNode& form = std::get<FormNode>(bundle_.graph.node(node.form).body);
  const auto is_open = [this](const FormNode::Question& question) {
    return !find_slot(session_.slots, question.slot).has_value();
  };
  const auto from = form.questions.begin() + static_cast<std::ptrdiff_t>(node.from);
  auto next = std::find_if(from, form.questions.end(), is_open);
  if (next == form.questions.end() && !may_skip(bundle_.graph, form)) {
    next = std::ranges::find_if(form.questions, is_open);
  }
  return next == form.questions.end() ? form.review : next->ask;
}

// The summary of a form comes with its answers.
void DialogRunner::say_ask(const AskNode& node) {
  say(node.parts);
  if (!node.form || node.form->part != FormPlace::Part::Review) return;
  const FormNode& form = std::get<FormNode>(bundle_.graph.node(node.form->form).body);
  AnswerLines all;
  for (const FormNode::Question& question : form.questions) {
    const AskNode& asked = std::get<AskNode>(bundle_.graph.node(question.ask).body);
    const auto value = find_slot(session_.slots, question.slot);
    const auto chosen = std::ranges::find_if(asked.choices, [&](const ChoiceOption& option) {
      return value &&
             std::ranges::find(option.set, SlotEntry{question.slot, *value}) != option.set.end();
    });
    all.lines.push_back({question.name, chosen == asked.choices.end()
                                            ? bundle_.prompts.form_unanswered
                                            : chosen->label});
  }
  outputs_.emplace_back(std::move(all));
}

void DialogRunner::answer(const std::vector<SlotEntry>& set) {
  if (session_.waiting.is_set()) {
    TrailStep step;
    step.at = session_.waiting;
    step.depth = static_cast<std::uint8_t>(session_.stack.size());
    if (!session_.stack.empty()) step.below = session_.stack.back();
    if (set.empty()) add(Stepped{step});
    for (const SlotEntry& entry : set) {
      step.slot = entry.slot;
      step.before = find_slot(session_.slots, entry.slot);
      add(Stepped{step});
      step.is_joined = true;
    }
  }
  for (const SlotEntry& entry : set) assign(entry);
}

// Whether the stack can be as it was: it is as deep or deeper now, or lacks the caller that the
// answer returned to.
bool DialogRunner::fits_stack(const TrailStep& step) const {
  const std::vector<StackFrame>& stack = session_.stack;
  if (step.depth > stack.size()) return step.depth == stack.size() + 1;
  return step.depth == 0 || stack[step.depth - 1U] == step.below;
}

void DialogRunner::restore(const TrailStep& step) {
  if (step.slot == 0) return;
  if (step.before) {
    assign({step.slot, *step.before});
  } else {
    forget(step.slot);
  }
}

bool DialogRunner::take_back() {
  if (session_.trail.empty()) return false;
  const TrailStep last = session_.trail.back();
  if (has_left_question() && session_.stack.size() > last.depth) return false;
  if (!bundle_.graph.find(last.at) || !fits_stack(last)) return false;
  while (session_.stack.size() > last.depth) add(Popped{});
  if (session_.stack.size() < last.depth) add(Pushed{last.below});
  for (bool is_joined = true; is_joined && !session_.trail.empty();) {
    const TrailStep step = session_.trail.back();
    add(StepTakenBack{});
    restore(step);
    is_joined = step.is_joined;
  }
  say(bundle_.prompts.undone);
  add(Waited{last.at});
  add(Said{last.at});
  return ask_open();
}

}  // namespace waymark
