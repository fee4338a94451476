// Members, not kinds, decide: a kind of node that has `flow`, `choices`, `cases` or `parts` is read
// right without being named here; the ways of all others are those of DialogGraph::followers.

#include "engine/verify/graph_edges.h"

#include <algorithm>
#include <type_traits>
#include <variant>

namespace waymark {
namespace {

void add_once(std::vector<GraphEdge>& edges, GraphEdge edge) {
  if (std::ranges::find(edges, edge) == edges.end()) edges.push_back(std::move(edge));
}

}  // namespace

std::vector<GraphEdge> edges_from(const DialogGraph& graph, NodeIndex node) {
  using Kind = GraphEdge::Kind;
  std::vector<GraphEdge> edges;
  std::visit(
      [&](const auto& body) {
        if constexpr (requires { body.flow; }) {
          add_once(edges, {Kind::Next, node, graph.flow(body.flow).start, {}});
          add_once(edges, {Kind::Return, node, body.next, {}});
          return;
        }
        if constexpr (requires { body.cases; }) {
          for (const auto& option : body.cases) {
            add_once(edges, {Kind::Next, node, option.next, {}});
          }
        }
        if constexpr (requires { body.otherwise; }) {
          add_once(edges, {Kind::Next, node, body.otherwise, {}});
          return;
        }
        for (const NodeIndex next : graph.followers(graph.node(node))) {
          add_once(edges, {Kind::Next, node, next, {}});
        }
        if constexpr (requires { body.typed; }) {
          if (body.typed) add_once(edges, {Kind::Next, node, body.typed->next, {}});
          if (body.anything) add_once(edges, {Kind::Next, node, *body.anything, {}});
        }
        if constexpr (requires { body.choices; }) {
          for (const auto& option : body.choices) {
            add_once(edges, {Kind::Choice, node, option.next, option.id.value});
          }
        }
      },
      graph.node(node).body);
  return edges;
}

std::string name_of(const DialogGraph& graph, const GraphEdge& edge) {
  const std::string to = " → " + graph.path(edge.to);
  if (edge.kind == GraphEdge::Kind::Choice) return edge.choice + to;
  return graph.path(edge.from) + (edge.kind == GraphEdge::Kind::Return ? " (return)" : "") + to;
}

std::optional<PromptIndex> label_at(const Node& node, std::size_t option) {
  return std::visit(
      [option](const auto& body) -> std::optional<PromptIndex> {
        if constexpr (requires { body.choices; }) {
          return body.choices[option].label;
        } else {
          return std::nullopt;
        }
      },
      node.body);
}

const std::vector<PartSpec>* parts_of(const Node& node) {
  return std::visit(
      [](const auto& body) -> const std::vector<PartSpec>* {
        if constexpr (requires { body.parts; }) {
          return &body.parts;
        } else {
          return nullptr;
        }
      },
      node.body);
}

}  // namespace waymark
