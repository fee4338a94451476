#include "engine/verify/flow_check.h"

#include <algorithm>
#include <cstddef>
#include <string>

namespace waymark {
namespace {

bool is_taken(const Bundle& bundle, IntentIndex intent) {
  return std::ranges::any_of(bundle.graph.nodes(), [intent](const Node& node) {
    const auto* ask = std::get_if<AskNode>(&node.body);
    return ask != nullptr &&
           std::ranges::any_of(ask->choices, [intent](const ChoiceOption& option) {
             return std::ranges::find(option.intents, intent) != option.intents.end();
           });
  });
}

// An answer that no question takes is understood in vain.
void check_answers(const Bundle& bundle, std::vector<Diagnostic>& out) {
  for (IntentIndex i = 0; i < bundle.intents.size(); ++i) {
    const Intent& intent = bundle.intents[i];
    if (intent.starts || intent.command || is_taken(bundle, i)) continue;
    out.push_back({"WM816", Severity::Error, intent.place,
                   "No question takes the answer \"" + intent.id.value + "\".",
                   "Name it in the \"intents\" of a choice, or delete it."});
  }
}

// Whether calls lead from one flow to another.
bool calls_reach(const std::vector<std::vector<std::size_t>>& calls, std::size_t from,
                 std::size_t to) {
  std::vector<bool> seen(calls.size(), false);
  std::vector<std::size_t> open = calls[from];
  while (!open.empty()) {
    const std::size_t flow = open.back();
    open.pop_back();
    if (flow == to) return true;
    if (seen[flow]) continue;
    seen[flow] = true;
    open.insert(open.end(), calls[flow].begin(), calls[flow].end());
  }
  return false;
}

// Callers that wait for each other fill the stack, whose bound then loses the first of them.
void check_calls(const Bundle& bundle, std::vector<Diagnostic>& out) {
  const DialogGraph& graph = bundle.graph;
  std::vector<std::vector<std::size_t>> calls(graph.flows().size());
  for (const Node& node : graph.nodes()) {
    const auto* call = std::get_if<CallNode>(&node.body);
    if (call == nullptr) continue;
    calls[static_cast<std::size_t>(node.flow)].push_back(static_cast<std::size_t>(call->flow));
  }
  for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
    const Node& node = graph.nodes()[i];
    const auto* call = std::get_if<CallNode>(&node.body);
    if (call == nullptr) continue;
    const auto from = static_cast<std::size_t>(node.flow);
    const auto to = static_cast<std::size_t>(call->flow);
    if (to != from && !calls_reach(calls, to, from)) continue;
    out.push_back({"WM817", Severity::Error, node.place,
                   "The call \"" + graph.path(static_cast<NodeIndex>(i)) +
                       "\" leads back to its own flow: what waits grows without end.",
                   "Lead there with \"flow:" + graph.flow(call->flow).id + "\" instead."});
  }
}

}  // namespace

std::vector<Diagnostic> check_flows(const Bundle& bundle) {
  std::vector<Diagnostic> out;
  check_answers(bundle, out);
  check_calls(bundle, out);
  return out;
}

}  // namespace waymark
