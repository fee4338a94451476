#pragma once
// The ways from node to node that a compiled graph has, whatever kinds of nodes there are. For
// coverage, suggestions and mutants. Stateless; any thread.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/dialog/dialog_graph.h"

namespace waymark {

struct GraphEdge {
  enum class Kind : std::uint8_t {
    Next,    // goes on by itself; cases with one target are one edge
    Choice,  // a visitor's choice
    Return   // behind a called flow
  };
  Kind kind = Kind::Next;
  NodeIndex from{};
  NodeIndex to{};
  std::string choice;  // the id of a Choice

  bool operator==(const GraphEdge&) const = default;
};

// The edges of one node, in the order in which they are written.
[[nodiscard]] std::vector<GraphEdge> edges_from(const DialogGraph& graph, NodeIndex node);

// "help.gp/menu → help.gp/say", with the choice's own name where it is one.
[[nodiscard]] std::string name_of(const DialogGraph& graph, const GraphEdge& edge);

// The label of a choice, by its place among those of the node; nothing for a node without choices.
[[nodiscard]] std::optional<PromptIndex> label_at(const Node& node, std::size_t option);

// What a node says when it runs; null for a kind that says nothing.
[[nodiscard]] const std::vector<PartSpec>* parts_of(const Node& node);

}  // namespace waymark
