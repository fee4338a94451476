#include "engine/verify/coverage_map.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

#include "engine/compile/declaration_reader.h"
#include "engine/turn/router.h"

namespace waymark {
namespace {

bool is_about_hours(const EnginePrompts& prompts, PromptIndex prompt) {
  const HoursPrompts& hours = prompts.hours;
  const std::array<PromptIndex, 6> all = {
      hours.always,          hours.list,        hours.open, hours.closed_today,
      hours.closed_tomorrow, hours.closed_later};
  return std::ranges::find(all, prompt) != all.end();
}

// Where the things of a pack are written, by kind and name.
using Places = std::map<std::pair<CoverageKind, std::string>, SourcePlace>;

Places places_in(const PackSource& source) {
  Findings ignored;
  const Declarations declared = read_declarations(source, ignored);
  Places places;
  for (const FlowDeclaration& flow : declared.flows) {
    for (const NodeDeclaration& node : flow.nodes) {
      const std::string path = flow.id.text + '/' + node.id.text;
      for (const ChoiceDeclaration& choice : node.choices) {
        places.try_emplace({CoverageKind::Edge, path + '/' + choice.id.text}, choice.id.place);
      }
    }
  }
  for (const IntentDeclaration& intent : declared.intents) {
    places.try_emplace({CoverageKind::Intent, intent.id.text}, intent.id.place);
  }
  for (const PromptDeclaration& prompt : declared.prompts) {
    places.try_emplace({CoverageKind::Prompt, prompt.id.text}, prompt.id.place);
  }
  if (declared.packs.empty()) return places;
  for (const PlacedText& locale : declared.packs.back().locales) {
    places.try_emplace({CoverageKind::Locale, locale.text}, locale.place);
  }
  return places;
}

}  // namespace

std::string_view name_of(CoverageKind kind) {
  static constexpr std::array<std::string_view, kCoverageKinds> kNames = {
      "nodes", "edges", "intents", "prompts", "locales"};
  return kNames[static_cast<std::size_t>(kind)];
}

CoverageMap::CoverageMap(const Bundle& bundle) : bundle_(bundle) {
  const std::size_t nodes = bundle.graph.nodes().size();
  for (std::size_t i = 0; i < nodes; ++i) {
    const auto index = static_cast<NodeIndex>(i);
    node_by_path_.emplace(bundle.graph.path(index), index);
    std::ranges::move(edges_from(bundle.graph, index), std::back_inserter(edges_));
  }
  intents_begin_ = nodes + edges_.size();
  prompts_begin_ = intents_begin_ + bundle.intents.size();
  const PromptTable& table = bundle.locales.front()->prompts;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto prompt = static_cast<PromptIndex>(i);
    prompt_by_id_.emplace(table.at(prompt).id.value, prompt);
    const bool counts = !is_about_hours(bundle.prompts, prompt);
    prompt_item_.push_back(counts ? prompts_begin_ + prompts_.size() : 0);
    if (counts) prompts_.push_back(prompt);
  }
  locales_begin_ = prompts_begin_ + prompts_.size();
}

std::vector<NodeIndex> CoverageMap::nodes_on(const Turn& turn) const {
  std::vector<NodeIndex> nodes;
  for (const std::string& path : turn.trace.path) {
    const auto found = node_by_path_.find(path);
    if (found != node_by_path_.end()) nodes.push_back(found->second);
  }
  return nodes;
}

void CoverageMap::mark(const Session& before, const Message& message, const Turn& turn,
                       std::vector<bool>& covered) const {
  const std::vector<NodeIndex> path = nodes_on(turn);
  for (const NodeIndex node : path) {
    covered[static_cast<std::size_t>(node)] = true;
    mark_links(node, covered);
  }
  mark_edges(before, turn, path, covered);
  const auto intent = bundle_.find_intent(stable_id(turn.trace.intent));
  if (intent && std::holds_alternative<SayMessage>(message)) {
    covered[intents_begin_ + *intent] = true;
  }
  mark_reply(turn.reply, covered);
  for (std::size_t i = 0; i < bundle_.locales.size(); ++i) {
    if (bundle_.locales[i].get() == &bundle_.locale(turn.session.locale)) {
      covered[locales_begin_ + i] = true;
    }
  }
}

// The words of links and cards tell no id in the reply: a node that ran has shown them.
void CoverageMap::mark_links(NodeIndex node, std::vector<bool>& covered) const {
  const std::vector<PartSpec>* parts = parts_of(bundle_.graph.node(node));
  if (parts == nullptr) return;
  for (const PartSpec& part : *parts) {
    if (const auto* link = std::get_if<LinkSpec>(&part)) {
      mark_prompt(link->label, covered);
    } else if (const auto* card = std::get_if<CardSpec>(&part)) {
      mark_prompt(card->title, covered);
      mark_prompt(card->text, covered);
      if (card->has_link) mark_prompt(card->label, covered);
    }
  }
}

void CoverageMap::mark_edges(const Session& before, const Turn& turn,
                             const std::vector<NodeIndex>& path, std::vector<bool>& covered) const {
  const auto mark_where = [&](NodeIndex from, const auto& fits) {
    bool is_any = false;
    for (const GraphEdge& edge : std::ranges::equal_range(edges_, from, {}, &GraphEdge::from)) {
      if (!fits(edge)) continue;
      covered[edge_item(static_cast<std::size_t>(&edge - edges_.data()))] = true;
      is_any = true;
    }
    return is_any;
  };
  const std::string& choice = turn.trace.decision.choice;
  if (const auto taken = bundle_.graph.find_choice(ChoiceId{choice})) {
    mark_where(taken->node, [&](const GraphEdge& edge) { return edge.choice == choice; });
  } else if (const auto asked = bundle_.graph.find(before.waiting); asked && !path.empty()) {
    mark_where(*asked, [&](const GraphEdge& edge) {
      return edge.kind == GraphEdge::Kind::Next && edge.to == path.front();
    });
  }
  for (std::size_t at = 1; at < path.size(); ++at) {
    const bool is_edge = mark_where(path[at - 1], [&](const GraphEdge& edge) {
      return edge.kind == GraphEdge::Kind::Next && edge.to == path[at];
    });
    if (!is_edge) mark_return(before, path, at, covered);
  }
}

// What comes behind the end of a called flow: the call stands earlier on the path, or waited below.
void CoverageMap::mark_return(const Session& before, const std::vector<NodeIndex>& path,
                              std::size_t at, std::vector<bool>& covered) const {
  const auto here = path.begin() + static_cast<std::ptrdiff_t>(at);
  for (std::size_t i = 0; i < edges_.size(); ++i) {
    const GraphEdge& edge = edges_[i];
    if (edge.kind != GraphEdge::Kind::Return || edge.to != *here) continue;
    const NodeRef caller = bundle_.graph.node(edge.from).ref;
    const bool was_called =
        std::find(path.begin(), here, edge.from) != here ||
        std::ranges::find(before.stack, caller, &StackFrame::at) != before.stack.end();
    if (was_called) covered[edge_item(i)] = true;
  }
}

void CoverageMap::mark_prompt(PromptIndex prompt, std::vector<bool>& covered) const {
  const std::size_t item = prompt_item_[static_cast<std::size_t>(prompt)];
  if (item != 0) covered[item] = true;
}

void CoverageMap::mark_label(const ChoiceId& choice, std::vector<bool>& covered) const {
  const std::string_view id = choice.value;
  if (const auto place = bundle_.graph.find_choice(choice)) {
    const auto label = label_at(bundle_.graph.node(place->node), place->option);
    if (label) mark_prompt(*label, covered);
  } else if (id == kNoneChoice) {
    mark_prompt(bundle_.prompts.clarify_none, covered);
  } else if (id.starts_with(kIntentChoicePrefix)) {
    const auto intent = bundle_.find_intent(stable_id(id.substr(kIntentChoicePrefix.size())));
    if (intent) mark_prompt(bundle_.intents[*intent].title, covered);
  }
}

void CoverageMap::mark_reply(const Reply& reply, std::vector<bool>& covered) const {
  const std::vector<Service>& services = bundle_.services.all();
  for (const Part& part : reply.parts) {
    if (const auto* text = std::get_if<TextPart>(&part)) {
      const auto found = prompt_by_id_.find(text->prompt.value);
      if (found != prompt_by_id_.end()) mark_prompt(found->second, covered);
    } else if (const auto* contact = std::get_if<ContactPart>(&part)) {
      const auto service = std::ranges::find(services, contact->service, &Service::id);
      if (service != services.end() && service->note) mark_prompt(*service->note, covered);
    } else if (const auto* shown = std::get_if<ChoicesPart>(&part)) {
      for (const Choice& choice : shown->choices) mark_label(choice.id, covered);
    }
  }
}

std::vector<CoverageItem> CoverageMap::items() const {
  std::vector<CoverageItem> items;
  const DialogGraph& graph = bundle_.graph;
  for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
    items.push_back(
        {CoverageKind::Node, graph.path(static_cast<NodeIndex>(i)), graph.nodes()[i].place});
  }
  for (const GraphEdge& edge : edges_) {
    items.push_back({CoverageKind::Edge, name_of(graph, edge), graph.node(edge.from).place});
  }
  for (const Intent& intent : bundle_.intents) {
    items.push_back({CoverageKind::Intent, intent.id.value, {}});
  }
  for (const PromptIndex prompt : prompts_) {
    const PromptId& id = bundle_.locales.front()->prompts.at(prompt).id;
    items.push_back({CoverageKind::Prompt, id.value, {}});
  }
  for (const auto& content : bundle_.locales) {
    items.push_back({CoverageKind::Locale, content->locale, {}});
  }
  return items;
}

std::vector<CoverageItem> coverage_items(const Bundle& bundle, const PackSource& source) {
  const CoverageMap map(bundle);
  const Places places = places_in(source);
  std::vector<CoverageItem> items = map.items();
  for (CoverageItem& item : items) {
    // A choice is placed by its id, which its edge's name begins with.
    const std::string name =
        item.kind == CoverageKind::Edge ? item.name.substr(0, item.name.find(' ')) : item.name;
    const auto found = places.find({item.kind, name});
    if (found != places.end()) item.place = found->second;
  }
  return items;
}

}  // namespace waymark
