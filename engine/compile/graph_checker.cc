// What only the whole graph shows: ways that never come to the visitor, and nodes that nobody comes
// to. Both walks take a call as going on to the called flow and past it, which is rather too much
// than too little.

#include <utility>

#include "engine/compile/builders.h"

namespace waymark {
namespace {

class GraphChecker {
 public:
  GraphChecker(const Bundle& bundle, Findings& findings)
      : bundle_(bundle), graph_(bundle.graph), findings_(findings) {}

  void check_rounds() {
    marks_.assign(graph_.nodes().size(), Mark::New);
    for (std::size_t i = 0; i < graph_.nodes().size(); ++i) go_on(static_cast<NodeIndex>(i));
  }

  void check_reach() {
    std::vector<bool> reached(graph_.nodes().size(), false);
    std::vector<NodeIndex> open = entrances();
    while (!open.empty()) {
      const NodeIndex index = open.back();
      open.pop_back();
      if (reached[number(index)]) continue;
      reached[number(index)] = true;
      const Node& node = graph_.node(index);
      for (const NodeIndex next : graph_.followers(node)) open.push_back(next);
      for (const NodeIndex next : DialogGraph::answers(node)) open.push_back(next);
    }
    for (std::size_t i = 0; i < reached.size(); ++i) {
      if (reached[i]) continue;
      const Node& node = graph_.nodes()[i];
      findings_.add("WM503", node.place,
                    "Nothing leads to \"" + graph_.path(static_cast<NodeIndex>(i)) + "\".",
                    "Lead a node, a choice or an intent to it, or delete it.");
    }
  }

 private:
  enum class Mark : std::uint8_t { New, Open, Done };

  static std::size_t number(NodeIndex node) { return static_cast<std::size_t>(node); }

  // Depth first; a node that is met while it is still open is a round.
  void go_on(NodeIndex start) {
    std::vector<std::pair<NodeIndex, std::vector<NodeIndex>>> path;
    const auto enter = [&](NodeIndex node) {
      marks_[number(node)] = Mark::Open;
      path.emplace_back(node, graph_.followers(graph_.node(node)));
    };
    if (marks_[number(start)] == Mark::New) enter(start);
    while (!path.empty()) {
      auto& [node, rest] = path.back();
      if (rest.empty()) {
        marks_[number(node)] = Mark::Done;
        path.pop_back();
        continue;
      }
      const NodeIndex next = rest.back();
      rest.pop_back();
      if (marks_[number(next)] == Mark::Open) {
        report_round(next);
      } else if (marks_[number(next)] == Mark::New) {
        enter(next);
      }
    }
  }

  void report_round(NodeIndex node) {
    findings_.add(
        "WM501", graph_.node(node).place,
        "From \"" + graph_.path(node) + "\" the flow comes back to it without a question.",
        "Put a question on the way, or end the flow.");
  }

  [[nodiscard]] std::vector<NodeIndex> entrances() const {
    std::vector<NodeIndex> nodes = {graph_.flow(bundle_.start).start,
                                    graph_.flow(bundle_.fallback).start};
    for (const Intent& intent : bundle_.intents) {
      if (intent.starts) nodes.push_back(graph_.flow(*intent.starts).start);
    }
    return nodes;
  }

  const Bundle& bundle_;
  const DialogGraph& graph_;
  Findings& findings_;
  std::vector<Mark> marks_;
};

}  // namespace

void check_graph(const Bundle& bundle, Findings& findings) {
  GraphChecker checker(bundle, findings);
  checker.check_rounds();
  checker.check_reach();
}

}  // namespace waymark
