#include "engine/api/dialog_map.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/api/proof.h"
#include "engine/compile/builders.h"
#include "engine/compile/bundle_builder.h"
#include "engine/compile/declaration_reader.h"
#include "engine/verify/dialog_words.h"
#include "engine/verify/each_kind.h"

namespace waymark {
namespace {

// Characters of a prompt or a label that a node or an edge shows.
constexpr std::size_t kNodeWords = 60;
constexpr std::size_t kEdgeWords = 40;

class MapBuilder {
 public:
  explicit MapBuilder(const Bundle& bundle) : bundle_(bundle), graph_(bundle.graph) {}

  DialogMap build() {
    add_plans();
    for (const FlowIndex flow : flows_by_name()) add_flow(flow);
    return std::move(map_);
  }

 private:
  // What a node of the pack looks like, and where it leads.
  struct Look {
    const char* kind;
    MapRole role;
    std::string words;
  };

  [[nodiscard]] std::vector<FlowIndex> flows_by_name() const {
    std::vector<FlowIndex> order(graph_.flows().size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<FlowIndex>(i);
    std::ranges::sort(order, {}, [this](FlowIndex flow) { return graph_.flow(flow).id; });
    return order;
  }

  void begin_cluster(std::string id) { map_.clusters.push_back({std::move(id), {}, {}}); }

  std::size_t add_node(MapNode node) {
    const std::size_t index = map_.nodes.size();
    map_.clusters.back().nodes.push_back(index);
    map_.nodes.push_back(std::move(node));
    return index;
  }

  void add_edge(std::size_t from, std::size_t to, const std::string& label) {
    map_.edges.push_back({from, to, first_words(label, kEdgeWords)});
  }

  // The node at which the talk goes over from another node to a flow.
  std::size_t leave_to(const std::string& from, FlowIndex flow) {
    const std::string& name = graph_.flow(flow).id;
    const auto [known, is_new] = leaves_.try_emplace(from + '>' + name, map_.nodes.size());
    if (!is_new) return known->second;
    return add_node({.id = known->first, .name = name, .kind = "flow", .role = MapRole::Leaves});
  }

  void add_plans() {
    begin_cluster(std::string(kCrisisCluster));
    const std::size_t risk = add_node({.id = "any message at risk",
                                       .name = "any message at risk",
                                       .kind = "from anywhere",
                                       .role = MapRole::Risk,
                                       .words = "in every state of every talk"});
    for (const CrisisPlan& plan : bundle_.crisis.plans()) add_plan(plan, risk);
  }

  void add_plan(const CrisisPlan& plan, std::size_t risk) {
    const std::string category(name_of(plan.category));
    const std::string tier = plan.tier ? std::string(name_of(*plan.tier)) : "every tier";
    std::string words;
    if (!plan.parts.empty()) words = shown_words(bundle_, plan.parts.front().part);
    words = first_words(words, kNodeWords);
    for (const std::uint32_t choice : plan.choices) {
      words += choice == plan.choices.front() ? "\nthen offers " : ", ";
      words += bundle_.intents[choice].id.value;
    }
    const std::size_t node = add_node({.id = category + '/' + tier,
                                       .name = category,
                                       .kind = tier,
                                       .role = MapRole::Plan,
                                       .words = std::move(words),
                                       .place = plan.place});
    add_edge(risk, node, "");
  }

  [[nodiscard]] std::string title_of(const Intent& intent) const {
    return prompt_words(bundle_, intent.title);
  }

  void add_flow(FlowIndex flow) {
    begin_cluster(graph_.flow(flow).id);
    for (const Intent& intent : bundle_.intents) {
      if (intent.starts == flow) map_.clusters.back().begins.push_back(title_of(intent));
    }
    for (std::size_t i = 0; i < graph_.nodes().size(); ++i) {
      const Node& node = graph_.nodes()[i];
      if (node.flow != flow) continue;
      Look look = look_of(node);
      numbers_[i] = add_node({.id = graph_.path(static_cast<NodeIndex>(i)),
                              .name = node.id,
                              .kind = look.kind,
                              .role = look.role,
                              .is_start = graph_.flow(flow).start == static_cast<NodeIndex>(i),
                              .words = first_words(look.words, kNodeWords),
                              .place = node.place});
    }
    for (std::size_t i = 0; i < graph_.nodes().size(); ++i) {
      if (graph_.nodes()[i].flow == flow) add_ways(static_cast<NodeIndex>(i));
    }
  }

  [[nodiscard]] std::string words_of(const std::vector<PartSpec>& parts) const {
    return parts.empty() ? std::string() : shown_words(bundle_, parts.front());
  }

  // One line a kind of node: how it is drawn.
  [[nodiscard]] Look look_of(const Node& node) const {
    return std::visit(
        EachKind{
            [this](const SayNode& say) { return Look{"say", MapRole::Says, words_of(say.parts)}; },
            [this](const AskNode& ask) { return Look{"ask", MapRole::Asks, words_of(ask.parts)}; },
            [](const BranchNode&) { return Look{"branch", MapRole::Decides, ""}; },
            [this](const SetNode& set) {
              return Look{"set", MapRole::Works, set_words(bundle_, set.set)};
            },
            [this](const CallNode& call) {
              return Look{"call", MapRole::Calls, "runs " + graph_.flow(call.flow).id};
            },
            [this](const LookUpNode& look_up) {
              return Look{"look_up", MapRole::Works,
                          "looks up " + look_up.list + ' ' + words_of(look_up.parts)};
            },
            [](const FormNode&) { return Look{"form", MapRole::Works, "begins the questions"}; },
            [](const FormStepNode&) {
              return Look{"form", MapRole::Decides, "what is not answered"};
            },
            [this](const HandoffNode& handoff) {
              return Look{"handoff", MapRole::Works, words_of(handoff.parts)};
            },
            [](const EventNode& event) {
              return Look{"event", MapRole::Works, "tells the host: " + event.name};
            },
            [](const EndNode&) { return Look{"end", MapRole::Ends, ""}; }},
        node.body);
  }

  // One line a kind of node: where it leads.
  void add_followers(NodeIndex index) {
    for (const NodeIndex next : graph_.followers(graph_.node(index))) add_way(index, next, "");
  }

  void add_ways(NodeIndex index) {
    std::visit(EachKind{[&](const SayNode& say) { add_way(index, say.next, ""); },
                        [&](const AskNode& ask) {
                          for (const ChoiceOption& choice : ask.choices) {
                            add_way(index, choice.next, prompt_words(bundle_, choice.label));
                          }
                          if (ask.typed) add_way(index, ask.typed->next, "a typed answer");
                          if (ask.anything) add_way(index, *ask.anything, "any other words");
                        },
                        [&](const BranchNode& branch) {
                          for (const BranchNode::Case& option : branch.cases) {
                            add_way(index, option.next, condition_words(bundle_, option.when));
                          }
                          add_way(index, branch.otherwise, "otherwise");
                        },
                        [&](const SetNode& set) { add_way(index, set.next, ""); },
                        [&](const CallNode& call) {
                          add_way(index, graph_.flow(call.flow).start, "runs");
                          add_way(index, call.next, "then");
                        },
                        [&](const LookUpNode& look_up) {
                          add_way(index, look_up.found, "found");
                          add_way(index, look_up.none, "nothing found");
                        },
                        [&](const FormNode&) { add_followers(index); },
                        [&](const FormStepNode&) { add_followers(index); },
                        [&](const HandoffNode& handoff) { add_way(index, handoff.next, ""); },
                        [&](const EventNode& event) { add_way(index, event.next, ""); },
                        [](const EndNode&) {}},
               graph_.node(index).body);
  }

  void add_way(NodeIndex from, NodeIndex to, const std::string& label) {
    const FlowIndex there = graph_.node(to).flow;
    const std::size_t target = there == graph_.node(from).flow
                                   ? numbers_.at(static_cast<std::size_t>(to))
                                   : leave_to(graph_.path(from), there);
    add_edge(numbers_.at(static_cast<std::size_t>(from)), target, label);
  }

  const Bundle& bundle_;
  const DialogGraph& graph_;
  DialogMap map_;
  std::map<std::size_t, std::size_t> numbers_;  // by node of the graph
  std::map<std::string, std::size_t> leaves_;   // by the node that is left and the flow
};

bool begins_before(const SourcePlace& one, const SourcePlace& other) {
  return std::pair(one.line, one.column) <= std::pair(other.line, other.column);
}

// A finding is about the node that begins last before its place, in the same file.
void mark_finding(DialogMap& map, const Diagnostic& finding) {
  MapNode* about = nullptr;
  for (MapNode& node : map.nodes) {
    if (node.place.file != finding.place.file || node.place.file.empty()) continue;
    if (!begins_before(node.place, finding.place)) continue;
    if (about == nullptr || begins_before(about->place, node.place)) about = &node;
  }
  if (about == nullptr) {
    map.elsewhere.push_back(finding);
  } else {
    about->findings.push_back(finding.code + ' ' + finding.message);
  }
}

// The plans of the crisis as one node, and nothing that leads on from them.
void fold_plans(const DialogMap& whole, DialogMap& out) {
  std::string words;
  std::string last;
  std::vector<std::string> findings;
  for (const std::size_t index : whole.clusters.front().nodes) {
    const MapNode& node = whole.nodes[index];
    findings.insert(findings.end(), node.findings.begin(), node.findings.end());
    if (node.role == MapRole::Plan && node.name != last) {
      last = node.name;
      words += (words.empty() ? "" : ", ") + last.substr(last.find('.') + 1);
    }
  }
  out.clusters.push_back({std::string(kCrisisCluster), {}, {0, 1}});
  out.nodes.push_back(whole.nodes[whole.clusters.front().nodes.front()]);
  out.nodes.push_back({.id = std::string(kCrisisCluster),
                       .name = std::string(kCrisisCluster),
                       .kind = "before everything else",
                       .role = MapRole::Plan,
                       .words = std::move(words),
                       .findings = std::move(findings)});
  out.edges.push_back({0, 1, ""});
}

}  // namespace

MapResult map_dialogs(const PackSource& source, std::chrono::year_month_day today) {
  Findings findings;
  const Declarations declared = read_declarations(source, findings);
  MapResult result;
  std::shared_ptr<const Bundle> bundle;
  if (!declared.packs.empty() && !declared.packs.back().locales.empty()) {
    bundle = build_bundle(declared, 0, today, findings);
  }
  if (bundle != nullptr && !findings.has_errors()) {
    check_graph(*bundle, findings);
    const bool is_sound = !findings.has_errors();
    result.map = MapBuilder(*bundle).build();
    if (is_sound) result.diagnostics = prove(*bundle).findings;
  }
  for (Diagnostic& each : findings.take_sorted()) result.diagnostics.push_back(std::move(each));
  if (result.map) {
    for (const Diagnostic& each : result.diagnostics) mark_finding(*result.map, each);
  }
  return result;
}

void mark_visits(DialogMap& map, const RehearsalReport& report) {
  map.has_visits = true;
  std::map<std::string_view, MapNode*> by_id;
  for (MapNode& node : map.nodes) by_id.emplace(node.id, &node);
  for (const RehearsedTurn& turn : report.played) {
    for (const std::string& passed : turn.path) {
      const auto found = by_id.find(passed);
      if (found != by_id.end()) ++found->second->visits;
    }
  }
}

std::optional<DialogMap> only_flow(const DialogMap& map, std::string_view flow) {
  const auto found = std::ranges::find(map.clusters, flow, &MapCluster::id);
  if (found == map.clusters.end()) return std::nullopt;
  DialogMap out;
  out.has_visits = map.has_visits;
  if (flow != kCrisisCluster) fold_plans(map, out);
  out.clusters.push_back({found->id, found->begins, {}});
  std::map<std::size_t, std::size_t> numbers;
  for (const std::size_t index : found->nodes) {
    numbers.emplace(index, out.nodes.size());
    out.clusters.back().nodes.push_back(out.nodes.size());
    out.nodes.push_back(map.nodes[index]);
  }
  for (const MapEdge& edge : map.edges) {
    if (!numbers.contains(edge.from)) continue;
    out.edges.push_back({numbers.at(edge.from), numbers.at(edge.to), edge.label});
  }
  return out;
}

}  // namespace waymark
