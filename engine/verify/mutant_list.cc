#include "engine/verify/mutant_list.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace waymark {
namespace {

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

// What of a node can be swapped, as places to write to. Members, not kinds, decide, so that every
// kind of node is taken.
std::vector<NodeIndex*> targets_in(Node& node) {
  std::vector<NodeIndex*> targets;
  std::visit(
      [&](auto& body) {
        if constexpr (requires { body.next; }) targets.push_back(&body.next);
        if constexpr (requires { body.cases; }) {
          for (auto& option : body.cases) targets.push_back(&option.next);
        }
        if constexpr (requires { body.otherwise; }) targets.push_back(&body.otherwise);
        if constexpr (requires { body.choices; }) {
          for (auto& option : body.choices) targets.push_back(&option.next);
        }
      },
      node.body);
  return targets;
}

std::vector<PromptIndex*> prompts_in(Node& node) {
  std::vector<PromptIndex*> prompts;
  const auto add_part = [&prompts](PartSpec& part) {
    if (auto* text = std::get_if<TextSpec>(&part)) prompts.push_back(&text->prompt);
    if (auto* card = std::get_if<CardSpec>(&part)) prompts.push_back(&card->text);
    if (auto* link = std::get_if<LinkSpec>(&part)) prompts.push_back(&link->label);
  };
  std::visit(
      [&](auto& body) {
        if constexpr (requires { body.parts; }) std::ranges::for_each(body.parts, add_part);
        if constexpr (requires { body.choices; }) {
          for (auto& option : body.choices) prompts.push_back(&option.label);
        }
      },
      node.body);
  return prompts;
}

std::size_t count_choices(const Node& node) {
  return std::visit(
      [](const auto& body) -> std::size_t {
        if constexpr (requires { body.choices; }) {
          return body.choices.size();
        } else {
          return 0;
        }
      },
      node.body);
}

void drop_choice(Node& node, std::size_t at) {
  std::visit(
      [at](auto& body) {
        if constexpr (requires { body.choices; }) {
          body.choices.erase(body.choices.begin() + static_cast<std::ptrdiff_t>(at));
        }
      },
      node.body);
}

std::string choice_name(const Node& node, std::size_t at) {
  return std::visit(
      [at](const auto& body) -> std::string {
        if constexpr (requires { body.choices; }) {
          return body.choices[at].id.value;
        } else {
          return {};
        }
      },
      node.body);
}

std::size_t count_cases(const Node& node) {
  const auto* branch = std::get_if<BranchNode>(&node.body);
  return branch == nullptr ? 0 : branch->cases.size();
}

void flip_case(Node& node, std::size_t at) {
  Condition& when = std::get<BranchNode>(node.body).cases[at].when;
  Condition flipped;
  flipped.kind = Condition::Kind::Not;
  flipped.children.push_back(std::move(when));
  when = std::move(flipped);
}

class Lister {
 public:
  explicit Lister(const Bundle& bundle) : bundle_(bundle), nodes_(bundle.graph.nodes()) {}

  std::vector<MutantChange> list() {
    for (std::size_t locale = 0; locale < bundle_.locales.size(); ++locale) {
      add_patterns(locale);
      add_risks(locale);
    }
    for (std::size_t i = 0; i < nodes_.size(); ++i) add_node(static_cast<NodeIndex>(i));
    std::ranges::stable_sort(changes_, {},
                             [](const MutantChange& change) { return change.mutant.kind; });
    return std::move(changes_);
  }

 private:
  void add_patterns(std::size_t locale) {
    const Matcher& matcher = bundle_.locales[locale]->matcher;
    for (PatternIndex i = 0; i < matcher.patterns().size(); ++i) {
      const PatternOrigin& origin = matcher.origin(i);
      const std::string owner = " of " + bundle_.intents[origin.owner].id.value;
      MutantChange change;
      change.mutant = {origin.is_unless ? MutantKind::DropUnless : MutantKind::DropPattern,
                       (origin.is_unless ? "without the unless " : "without the pattern ") +
                           quoted(origin.written) + owner,
                       origin.place};
      change.locale = locale;
      change.left_out.of_intents = {i};
      changes_.push_back(std::move(change));
    }
  }

  void add_risks(std::size_t locale) {
    const RiskRules& risk = bundle_.locales[locale]->risk;
    std::map<std::uint32_t, MutantChange> by_rule;
    for (PatternIndex i = 0; i < risk.origins.size(); ++i) {
      const RiskPattern& origin = risk.origins[i];
      if (origin.role != RiskRole::Rule && origin.role != RiskRole::Unless) continue;
      const std::string& id = risk.rules[origin.rule].id;
      if (origin.role == RiskRole::Unless) {
        MutantChange change;
        change.mutant = {MutantKind::DropUnless,
                         "without the unless " + quoted(origin.written) + " of " + id,
                         origin.place};
        change.locale = locale;
        change.left_out.of_risk = {i};
        changes_.push_back(std::move(change));
        continue;
      }
      MutantChange& rule = by_rule[origin.rule];
      if (rule.left_out.of_risk.empty()) {
        rule.mutant = {MutantKind::DropRiskRule, "without the risk rule " + id, origin.place};
        rule.locale = locale;
      }
      rule.left_out.of_risk.push_back(i);
    }
    for (auto& [rule, change] : by_rule) changes_.push_back(std::move(change));
  }

  void add(MutantKind kind, NodeIndex node, std::size_t at, std::size_t other, std::string what) {
    MutantChange change;
    change.mutant = {kind, std::move(what), nodes_[static_cast<std::size_t>(node)].place};
    change.node = node;
    change.at = at;
    change.other = other;
    changes_.push_back(std::move(change));
  }

  void add_node(NodeIndex index) {
    Node node = nodes_[static_cast<std::size_t>(index)];
    const std::string path = bundle_.graph.path(index);
    const std::vector<NodeIndex*> targets = targets_in(node);
    for (std::size_t at = 0; at < targets.size(); ++at) {
      const auto other = another_target(index, *targets[at]);
      if (!other) continue;
      add(MutantKind::SwapTarget, index, at, static_cast<std::size_t>(*other),
          path + " leads to " + bundle_.graph.path(*other) + ", not to " +
              bundle_.graph.path(*targets[at]));
    }
    for (std::size_t at = 0; count_choices(node) > 1 && at < count_choices(node); ++at) {
      add(MutantKind::DropChoice, index, at, 0, "without the choice " + choice_name(node, at));
    }
    const std::vector<PromptIndex*> prompts = prompts_in(node);
    for (std::size_t at = 0; at < prompts.size(); ++at) {
      const PromptIndex other = another_prompt(*prompts[at]);
      add(MutantKind::SwapPrompt, index, at, static_cast<std::size_t>(other),
          path + " says " + name_of(other) + ", not " + name_of(*prompts[at]));
    }
    for (std::size_t at = 0; at < count_cases(node); ++at) {
      add(MutantKind::FlipCondition, index, at, 0,
          path + " with case " + std::to_string(at + 1) + " turned round");
    }
  }

  [[nodiscard]] const std::string& name_of(PromptIndex prompt) const {
    return bundle_.locales.front()->prompts.at(prompt).id.value;
  }

  // The prompt that was declared next: likely one of the same file, as a slip would take it.
  [[nodiscard]] PromptIndex another_prompt(PromptIndex prompt) const {
    const std::size_t all = bundle_.locales.front()->prompts.size();
    return static_cast<PromptIndex>((static_cast<std::size_t>(prompt) + 1) % all);
  }

  // A node of the flow that the right one is in, or else the start of the next flow.
  [[nodiscard]] std::optional<NodeIndex> another_target(NodeIndex from, NodeIndex right) const {
    const std::size_t all = nodes_.size();
    const FlowIndex flow = nodes_[static_cast<std::size_t>(right)].flow;
    const bool is_own_flow = nodes_[static_cast<std::size_t>(from)].flow == flow;
    for (std::size_t step = 1; is_own_flow && step < all; ++step) {
      const auto other = static_cast<NodeIndex>((static_cast<std::size_t>(right) + step) % all);
      if (other != from && nodes_[static_cast<std::size_t>(other)].flow == flow) return other;
    }
    const std::size_t flows = bundle_.graph.flows().size();
    if (flows < 2) return std::nullopt;
    return bundle_.graph.flows()[(static_cast<std::size_t>(flow) + 1) % flows].start;
  }

  const Bundle& bundle_;
  const std::vector<Node>& nodes_;
  std::vector<MutantChange> changes_;
};

}  // namespace

bool MutantChange::is_of_graph() const {
  return left_out.of_intents.empty() && left_out.of_risk.empty();
}

std::vector<MutantChange> list_mutants(const Bundle& bundle) { return Lister(bundle).list(); }

Bundle mutated(const Bundle& bundle, const MutantChange& change) {
  Bundle copy = bundle;
  std::vector<Node> nodes = bundle.graph.nodes();
  Node& node = nodes[static_cast<std::size_t>(change.node)];
  switch (change.mutant.kind) {
    case MutantKind::DropPattern:
    case MutantKind::DropUnless:
    case MutantKind::DropRiskRule: return copy;
    case MutantKind::SwapTarget:
      *targets_in(node)[change.at] = static_cast<NodeIndex>(change.other);
      break;
    case MutantKind::DropChoice: drop_choice(node, change.at); break;
    case MutantKind::SwapPrompt:
      *prompts_in(node)[change.at] = static_cast<PromptIndex>(change.other);
      break;
    case MutantKind::FlipCondition: flip_case(node, change.at); break;
  }
  copy.graph = DialogGraph(bundle.graph.flows(), std::move(nodes));
  return copy;
}

}  // namespace waymark
