// Where a talk goes: the steps of flows, their choices and targets, and what starts them.

#include "engine/verify/change_list.h"
#include "engine/verify/dialog_words.h"
#include "engine/verify/each_kind.h"

namespace waymark {
namespace {

// A way on from a step.
struct Way {
  std::string name;     // `the choice "Is any of it free?"`
  std::string target;   // `"help.cost/free"`
  std::string details;  // what else it does: "sets meeting = online; meant by help.online"
};

// A step of a flow as a person would tell of it.
struct Step {
  std::string kind;
  std::vector<std::string> shows;
  std::string does;                               // what else it does, in words
  std::vector<std::pair<std::string, Way>> ways;  // by what stays the same: the id of a choice
};

class StepReader {
 public:
  explicit StepReader(const Bundle& bundle) : bundle_(bundle) {}

  // One line a kind of node.
  [[nodiscard]] Step read(const Node& node) const {
    return std::visit(
        EachKind{
            [this](const SayNode& say) {
              return Step{"say", shows(say.parts), "", {way("next", "the talk", say.next)}};
            },
            [this](const AskNode& ask) {
              return Step{"ask", shows(ask.parts), manner_of(ask), choices_of(ask)};
            },
            [this](const BranchNode& branch) { return Step{"branch", {}, "", cases_of(branch)}; },
            [this](const SetNode& set) {
              return Step{"set",
                          {},
                          "sets " + set_words(bundle_, set.set),
                          {way("next", "the talk", set.next)}};
            },
            [this](const CallNode& call) {
              return Step{"call",
                          {},
                          "runs the flow " + in_quotes(bundle_.graph.flow(call.flow).id),
                          {way("next", "what comes after it", call.next)}};
            },
            [this](const LookUpNode& look_up) {
              return Step{"look_up",
                          shows(look_up.parts),
                          "looks in " + in_quotes(look_up.list),
                          {way("found", "what follows when something is found", look_up.found),
                           way("none", "what follows when nothing is found", look_up.none)}};
            },
            [this](const FormNode& form) { return Step{"form", {}, "", questions_of(form)}; },
            [](const FormStepNode&) { return Step{"form", {}, "", {}}; },
            [this](const HandoffNode& handoff) {
              return Step{"handoff",
                          shows(handoff.parts),
                          "hands over to " + in_quotes(handoff.to),
                          {way("next", "the talk", handoff.next)}};
            },
            [this](const EventNode& event) {
              return Step{"event",
                          {},
                          "tells the host " + in_quotes(event.name),
                          {way("next", "the talk", event.next)}};
            },
            [](const EndNode&) { return Step{"end", {}, "", {}}; }},
        node.body);
  }

 private:
  using Named = std::pair<std::string, Way>;

  [[nodiscard]] std::string place_of(NodeIndex node) const {
    return in_quotes(bundle_.graph.path(node));
  }

  [[nodiscard]] Named way(std::string key, std::string name, NodeIndex target) const {
    return {std::move(key), Way{std::move(name), place_of(target), ""}};
  }

  [[nodiscard]] std::vector<std::string> shows(const std::vector<PartSpec>& parts) const {
    std::vector<std::string> words;
    for (const PartSpec& part : parts) words.push_back(part_words(bundle_, part));
    return words;
  }

  [[nodiscard]] std::string manner_of(const AskNode& ask) const {
    std::string text = ask.when_left == AskNode::WhenLeft::Resume
                           ? "comes back to the question when something else was asked"
                           : "lets the question go when something else was asked";
    for (const PromptIndex reask : ask.reasks) {
      text += ", asks again with " + part_words(bundle_, TextSpec{reask});
    }
    if (ask.typed) text += ", reads a typed " + std::string(name_of(ask.typed->reads));
    return text;
  }

  [[nodiscard]] std::vector<Named> choices_of(const AskNode& ask) const {
    std::vector<Named> ways;
    for (const ChoiceOption& choice : ask.choices) {
      const std::string_view id = choice.id.value;
      Named named =
          way(std::string(id.substr(id.rfind('/') + 1)),
              "the choice " + in_quotes(prompt_words(bundle_, choice.label)), choice.next);
      std::vector<std::string> details;
      if (!choice.set.empty()) details.push_back("sets " + set_words(bundle_, choice.set));
      for (const std::uint32_t intent : choice.intents) {
        details.push_back("is meant by " + in_quotes(bundle_.intents[intent].id.value));
      }
      if (choice.risk) details.emplace_back("tells of risk");
      named.second.details = listed(details);
      ways.push_back(std::move(named));
    }
    if (ask.typed) ways.push_back(way("typed", "a typed answer", ask.typed->next));
    if (ask.anything) ways.push_back(way("anything", "any other words", *ask.anything));
    return ways;
  }

  [[nodiscard]] std::vector<Named> questions_of(const FormNode& form) const {
    std::vector<Named> ways;
    for (const FormNode::Question& question : form.questions) {
      const std::string name = prompt_words(bundle_, question.name);
      ways.push_back(way(name, "the question " + in_quotes(name), question.ask));
    }
    return ways;
  }

  [[nodiscard]] std::vector<Named> cases_of(const BranchNode& branch) const {
    std::vector<Named> ways;
    for (const BranchNode::Case& option : branch.cases) {
      const std::string when = condition_words(bundle_, option.when);
      ways.push_back(way(when, "the talk, when " + when + ',', option.next));
    }
    ways.push_back(way("otherwise", "the talk, in every other case,", branch.otherwise));
    return ways;
  }

  const Bundle& bundle_;
};

std::map<std::string, const Node*> nodes_of(const Bundle& bundle) {
  std::map<std::string, const Node*> nodes;
  for (std::size_t i = 0; i < bundle.graph.nodes().size(); ++i) {
    nodes[bundle.graph.path(static_cast<NodeIndex>(i))] = &bundle.graph.nodes()[i];
  }
  return nodes;
}

std::map<std::string, const Way*> ways_of(const Step& step) {
  std::map<std::string, const Way*> ways;
  for (const auto& [key, way] : step.ways) ways[key] = &way;
  return ways;
}

void compare_ways(const std::string& at, const Step& was, const Step& is, ChangeList& out) {
  for_each_pair(ways_of(was), ways_of(is), [&](const std::string&, const Way* old, const Way* now) {
    if (old == nullptr) {
      return out.add(at + now->name + " is new; it leads to " + now->target + '.');
    }
    if (now == nullptr) {
      return out.add(at + old->name + " is gone; it led to " + old->target + '.');
    }
    if (old->target != now->target) {
      out.add(at + now->name + " now leads to " + now->target + ", not to " + old->target + '.');
    }
    if (old->name != now->name) out.add(at + old->name + " is now called " + now->name + '.');
    out.compare(at + "what " + now->name + " does besides", old->details, now->details);
  });
  const auto keys = [](const Step& step) {
    std::vector<std::string> order;
    for (const auto& [key, way] : step.ways) order.push_back(key);
    return order;
  };
  if (keys(was) != keys(is) && std::ranges::is_permutation(keys(was), keys(is))) {
    out.add(at + "the ways on stand in another order.");
  }
}

void compare_steps(const std::string& path, const Step& was, const Step& is, ChangeList& out) {
  const std::string at = "At " + in_quotes(path) + ", ";
  if (was.kind != is.kind) {
    out.add("The step " + in_quotes(path) + " is of another kind now.", was.kind, is.kind);
  }
  for (const std::string& part : was.shows) {
    if (std::ranges::count(is.shows, part) == 0)
      out.add(at + "the step no longer shows " + part + '.');
  }
  for (const std::string& part : is.shows) {
    if (std::ranges::count(was.shows, part) == 0) out.add(at + "the step now shows " + part + '.');
  }
  if (was.shows != is.shows && std::ranges::is_permutation(was.shows, is.shows)) {
    out.add(at + "the step shows the same in another order.");
  }
  out.compare(at + "what the step does", was.does, is.does);
  compare_ways(at, was, is, out);
}

void compare_flows(const Bundle& before, const Bundle& after, ChangeList& out) {
  const auto name_of = [](const Flow& flow) { return flow.id; };
  for_each_pair(by_name(before.graph.flows(), name_of), by_name(after.graph.flows(), name_of),
                [&](const std::string& id, const Flow* was, const Flow* is) {
                  out.turn_to(ChangeArea::Routes, id);
                  const std::string flow = "The flow " + in_quotes(id);
                  if (was == nullptr) return out.add(flow + " is new.");
                  if (is == nullptr) return out.add(flow + " is gone.");
                  out.compare("The first step of the flow " + in_quotes(id),
                              before.graph.node(was->start).id, after.graph.node(is->start).id);
                });
}

// What a person means by a class of intents.
std::string intent_does(const IntentDeclaration& intent) {
  if (!intent.starts.empty()) return "starts the flow " + in_quotes(intent.starts.text);
  if (!intent.command.empty()) return "is the command " + in_quotes(intent.command.text);
  return "only answers questions";
}

}  // namespace

void tell_routes(const Bundle& before, const Bundle& after, ChangeList& out) {
  compare_flows(before, after, out);
  const StepReader old_steps(before);
  const StepReader new_steps(after);
  const auto flow_of = [](const std::string& path) { return path.substr(0, path.find('/')); };
  for_each_pair(nodes_of(before), nodes_of(after),
                [&](const std::string& path, const Node* was, const Node* is) {
                  out.turn_to(ChangeArea::Routes, flow_of(path));
                  const std::string step = "The step " + in_quotes(path);
                  if (was == nullptr) return out.add(step + " is new.");
                  if (is == nullptr) return out.add(step + " is gone.");
                  compare_steps(path, old_steps.read(*was), new_steps.read(*is), out);
                });
}

void tell_intents(const Declarations& before, const Declarations& after, ChangeList& out) {
  const auto name_of = [](const IntentDeclaration& intent) {
    return intent.id.text + ' ' + intent.locale;
  };
  for_each_pair(
      by_name(before.intents, name_of), by_name(after.intents, name_of),
      [&](const std::string&, const IntentDeclaration* was, const IntentDeclaration* is) {
        const IntentDeclaration& some = is == nullptr ? *was : *is;
        const std::string name = in_quotes(some.id.text);
        out.turn_to(ChangeArea::Routes, some.id.text);
        if (was == nullptr)
          return out.add("The meaning " + name + " is new; it " + intent_does(*is) + '.');
        if (is == nullptr)
          return out.add("The meaning " + name + " is gone; it " + intent_does(*was) + '.');
        out.compare("What follows when somebody means " + name, intent_does(*was),
                    intent_does(*is));
        out.compare("The class of " + name, was->kind.text, is->kind.text);
        out.compare("The title of " + name, was->title.text, is->title.text);
        out.compare("What is said first to " + name, was->acknowledge.text, is->acknowledge.text);
      });
}

}  // namespace waymark
