#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "engine/api/limits.h"
#include "engine/compile/builders.h"

namespace waymark {
namespace {

class GraphBuilder {
 public:
  GraphBuilder(const Declarations& declared, Resolver& resolver)
      : declared_(declared), resolver_(resolver) {}

  DialogGraph build() {
    for (const FlowDeclaration& flow : declared_.flows) number_nodes(flow);
    std::vector<Flow> flows;
    for (const FlowDeclaration& flow : declared_.flows) {
      if (!is_first(flow)) continue;
      flows.push_back({flow.id.text, target_in(flow, flow.start)});
    }
    for (const FlowDeclaration& flow : declared_.flows) {
      if (!is_first(flow)) continue;
      for (const NodeDeclaration& node : flow.nodes) build_node(flow, node);
    }
    return DialogGraph(std::move(flows), std::move(nodes_));
  }

 private:
  using Key = std::pair<std::string, std::string>;

  // Of two flows with one id only the first counts; the second was reported.
  [[nodiscard]] bool is_first(const FlowDeclaration& flow) const {
    const auto index = resolver_.flows.lookup(flow.id.text);
    if (!index) return false;
    for (const FlowDeclaration& other : declared_.flows) {
      if (other.id.text == flow.id.text) return &other == &flow;
    }
    return false;
  }

  void number_nodes(const FlowDeclaration& flow) {
    if (!is_first(flow)) return;
    for (const NodeDeclaration& node : flow.nodes) {
      const auto index = static_cast<NodeIndex>(numbers_.size());
      numbers_.try_emplace(Key{flow.id.text, node.id.text}, index);
    }
  }

  // "node" in the same flow, or "flow:other".
  NodeIndex target_in(const FlowDeclaration& flow, const PlacedText& target) {
    static constexpr std::string_view kFlowPrefix = "flow:";
    if (target.empty()) return {};
    if (target.text.starts_with(kFlowPrefix)) {
      const PlacedText name{target.text.substr(kFlowPrefix.size()), target.place};
      if (name.empty()) {
        resolver_.findings.add("WM202", name.place, "There is no name behind \"flow:\".",
                               "Name the flow.");
      }
      const auto index = resolver_.flow(name);
      if (!index) return {};
      for (const FlowDeclaration& other : declared_.flows) {
        if (other.id.text == name.text) return node_in(other, other.start);
      }
    }
    return node_in(flow, target);
  }

  NodeIndex node_in(const FlowDeclaration& flow, const PlacedText& name) {
    const auto found = numbers_.find(Key{flow.id.text, name.text});
    if (found != numbers_.end()) return found->second;
    std::vector<std::string> names;
    for (const NodeDeclaration& node : flow.nodes) names.push_back(node.id.text);
    const std::string near = nearest_name(name.text, names);
    resolver_.findings.add(
        "WM203", name.place,
        "There is no node \"" + name.text + "\" in the flow \"" + flow.id.text + "\".",
        near.empty() ? "Add it, or correct the name." : "Did you mean \"" + near + "\"?");
    return {};
  }

  void build_node(const FlowDeclaration& flow, const NodeDeclaration& declared) {
    Node node;
    node.id = declared.id.text;
    node.flow = static_cast<FlowIndex>(*resolver_.flows.lookup(flow.id.text));
    node.ref = {stable_id(flow.id.text), stable_id(declared.id.text)};
    node.place = declared.id.place;
    node.body = build_body(flow, declared);
    nodes_.push_back(std::move(node));
  }

  NodeBody build_body(const FlowDeclaration& flow, const NodeDeclaration& declared) {
    const std::string& kind = declared.kind.text;
    const auto next = [&] { return target_in(flow, declared.next); };
    if (kind == "say") return SayNode{build_parts(declared.parts, resolver_), next()};
    if (kind == "ask") return build_ask(flow, declared);
    if (kind == "branch") return build_branch(flow, declared);
    if (kind == "set") return SetNode{assignments(declared.set), next()};
    if (kind == "call") {
      const auto called = resolver_.flow(declared.flow);
      return CallNode{called.value_or(FlowIndex{}), next(), assignments(declared.set)};
    }
    if (kind == "look_up") return build_look_up(flow, declared);
    if (kind == "form") return build_form(flow, declared);
    if (kind == "form_step") {
      return FormStepNode{target_in(flow, declared.form), declared.form_question};
    }
    if (kind == "handoff") {
      return HandoffNode{declared.name.text, build_parts(declared.parts, resolver_), next()};
    }
    if (kind == "event") return EventNode{declared.name.text, next()};
    return EndNode{};
  }

  std::vector<SlotEntry> assignments(const std::vector<AssignmentDeclaration>& declared) {
    std::vector<SlotEntry> out;
    for (const AssignmentDeclaration& assignment : declared) {
      const auto entry = build_assignment(assignment, resolver_);
      if (!entry) continue;
      out.push_back(*entry);
      if (resolver_.slots[*resolver_.slot_names.lookup(assignment.slot.text)].sum_of.empty()) {
        continue;
      }
      resolver_.findings.add("WM209", assignment.place,
                             "The score \"" + assignment.slot.text + "\" cannot be set.",
                             "Set the slots that it adds up.");
    }
    return out;
  }

  LookUpNode build_look_up(const FlowDeclaration& flow, const NodeDeclaration& declared) {
    LookUpNode node;
    node.list = declared.name.text;
    for (const PlacedText& slot : declared.by) {
      const auto index = resolver_.slot_names.find(slot, resolver_.findings);
      if (index) node.by.push_back(*index);
    }
    const double most = declared.most.value_or(static_cast<double>(kMaxFound));
    if (most < 1 || most > static_cast<double>(kMaxFound)) {
      resolver_.findings.add("WM113", declared.id.place, "\"most\" is out of its range.",
                             "Show 1 to " + std::to_string(kMaxFound) + " entries.");
    } else {
      node.most = static_cast<std::size_t>(most);
    }
    if (declared.within && !(*declared.within > 0)) {
      report(declared.id.place, "\"within\" is out of its range.", "Write a number of miles.");
    }
    node.within = declared.within;
    node.shows = declared.shows;
    node.parts = build_parts(declared.parts, resolver_);
    node.found = target_in(flow, declared.found);
    node.none = target_in(flow, declared.none);
    return node;
  }

  FormNode build_form(const FlowDeclaration& flow, const NodeDeclaration& declared) {
    FormNode form;
    for (const FormQuestionDeclaration& question : declared.questions) {
      const auto slot = resolver_.slot_names.find(question.slot, resolver_.findings);
      form.questions.push_back({resolver_.prompt(question.name).value_or(PromptIndex{}),
                                slot ? stable_id(question.slot.text) : 0,
                                target_in(flow, question.ask)});
    }
    form.review = target_in(flow, {declared.id.text + ".review", declared.id.place});
    form.which = target_in(flow, {declared.id.text + ".which", declared.id.place});
    return form;
  }

  AskNode build_ask(const FlowDeclaration& flow, const NodeDeclaration& declared) {
    AskNode ask;
    ask.parts = build_parts(declared.parts, resolver_);
    const std::string& when_left = declared.when_left.text;
    if (when_left == "resume") {
      ask.when_left = AskNode::WhenLeft::Resume;
    } else if (when_left != "forget" && !when_left.empty()) {
      report(declared.when_left.place, "\"when_left\" cannot be \"" + when_left + "\".",
             "Use resume or forget.");
    }
    if (declared.choices.empty()) {
      resolver_.findings.add("WM502", declared.id.place,
                             "The question \"" + declared.id.text + "\" offers no way on.",
                             "Give it choices.");
    }
    for (const ChoiceDeclaration& choice : declared.choices) {
      ask.choices.push_back(build_choice(flow, declared, choice));
    }
    add_rules(flow, declared, ask);
    if (!declared.slot.empty()) ask.typed = build_typed(flow, declared);
    if (!declared.form.empty()) {
      ask.form =
          FormPlace{target_in(flow, declared.form), declared.form_part, declared.form_question};
    }
    return ask;
  }

  // How a question is asked again, what may interrupt it, whether it is taken up again.
  void add_rules(const FlowDeclaration& flow, const NodeDeclaration& declared, AskNode& ask) {
    for (const PlacedText& reask : declared.reasks) {
      if (const auto prompt = resolver_.prompt(reask)) ask.reasks.push_back(*prompt);
    }
    if (ask.reasks.size() > kMaxReasks) {
      report(declared.reasks.back().place, "A question is asked again in too many ways.",
             "Keep up to " + std::to_string(kMaxReasks) + ".");
    }
    ask.bridge = resolver_.prompt(declared.bridge);
    if (!declared.anything.empty()) ask.anything = target_in(flow, declared.anything);
    if (declared.still_if) ask.still_if = build_condition(*declared.still_if, resolver_);
    if (!declared.limits_interrupts) return;
    ask.lets_in = 0;
    for (const PlacedText& name : declared.may_interrupt) {
      const auto kind = intent_class(name.text);
      if (!kind || *kind == IntentClass::Command || *kind == IntentClass::Answer) {
        report(name.place, "\"" + name.text + "\" is nothing that interrupts.",
               "Use question, disclosure or smalltalk; commands and crisis help always do.");
        continue;
      }
      ask.lets_in = static_cast<std::uint8_t>(ask.lets_in | 1U << static_cast<unsigned>(*kind));
    }
  }

  std::optional<TypedAnswer> build_typed(const FlowDeclaration& flow,
                                         const NodeDeclaration& declared) {
    const auto slot = resolver_.slot_names.find(declared.slot, resolver_.findings);
    const auto type = entity_type(declared.reads.text);
    if (!type || *type == EntityType::Phone || *type == EntityType::Email) {
      report(declared.reads.place, "No slot can hold a \"" + declared.reads.text + "\".",
             "Use number, age, money, nation, place, when or relation.");
      return std::nullopt;
    }
    if (!slot) return std::nullopt;
    const bool is_number =
        *type == EntityType::Number || *type == EntityType::Age || *type == EntityType::Money;
    const SlotDefinition& definition = resolver_.slots[*slot];
    const SlotType wanted = is_number ? SlotType::Number : SlotType::Choice;
    const bool is_place = *type == EntityType::Place && definition.type == SlotType::Place;
    if (!is_place && (definition.type != wanted || !definition.sum_of.empty())) {
      resolver_.findings.add(
          "WM209", declared.slot.place,
          "The slot \"" + definition.id + "\" cannot hold what is read.",
          is_number ? "Use a slot of the type number." : "Use a slot of the type choice.");
    }
    return TypedAnswer{*slot, *type, target_in(flow, declared.next)};
  }

  void report(SourcePlace place, std::string message, std::string remedy) {
    resolver_.findings.add("WM113", std::move(place), std::move(message), std::move(remedy));
  }

  ChoiceOption build_choice(const FlowDeclaration& flow, const NodeDeclaration& node,
                            const ChoiceDeclaration& declared) {
    ChoiceOption option;
    option.id = ChoiceId{flow.id.text + '/' + node.id.text + '/' + declared.id.text};
    option.label = resolver_.prompt(declared.label).value_or(PromptIndex{});
    option.next = target_in(flow, declared.next);
    option.set = assignments(declared.set);
    for (const PlacedText& intent : declared.intents) {
      if (const auto index = resolver_.intents.find(intent, resolver_.findings)) {
        option.intents.push_back(*index);
      }
    }
    option.risk = build_risk(declared);
    for (const ChoiceDeclaration& other : node.choices) {
      if (&other == &declared) break;
      if (other.id.text != declared.id.text) continue;
      resolver_.findings.add("WM207", declared.id.place,
                             "There is a choice \"" + declared.id.text + "\" here already.",
                             "Give this one another id.");
    }
    return option;
  }

  std::optional<ChoiceRisk> build_risk(const ChoiceDeclaration& declared) {
    if (declared.risk_category.empty() || declared.risk_tier.empty()) return std::nullopt;
    const auto category = risk_category(declared.risk_category.text);
    const auto tier = risk_tier(declared.risk_tier.text);
    if (!category) {
      report(declared.risk_category.place,
             "There is no category of risk \"" + declared.risk_category.text + "\".",
             "Use one of the safety.* ids.");
    }
    if (!tier || *tier < RiskTier::Indirect) {
      report(declared.risk_tier.place, "What is chosen is no hint at risk: it counts.",
             "Use indirect, explicit or emergency.");
    }
    if (!category || !tier) return std::nullopt;
    return ChoiceRisk{static_cast<std::uint8_t>(*category), static_cast<std::uint8_t>(*tier)};
  }

  BranchNode build_branch(const FlowDeclaration& flow, const NodeDeclaration& declared) {
    BranchNode branch;
    for (const auto& [when, next] : declared.cases) {
      const NodeIndex target = target_in(flow, next);
      if (auto condition = build_condition(when, resolver_)) {
        branch.cases.push_back({*std::move(condition), target});
      }
    }
    branch.otherwise = target_in(flow, declared.otherwise);
    return branch;
  }

  const Declarations& declared_;
  Resolver& resolver_;
  std::map<Key, NodeIndex> numbers_;
  std::vector<Node> nodes_;
};

}  // namespace

DialogGraph build_graph(const Declarations& declared, Resolver& resolver) {
  return GraphBuilder(declared, resolver).build();
}

}  // namespace waymark
