#pragma once
// A dialog graph as Graphviz's DOT, laid out to be read. The same map always gives the same bytes.
// Any thread.

#include <string>
#include <string_view>

#include "engine/api/dialog_map.h"

namespace waymark {

// A cluster a flow, a box a node, choices on the edges; the crisis plan apart, in red. Where the
// talk goes over to another flow stands a box that, in SVG, links to that flow's cluster.
[[nodiscard]] std::string graph_dot(const DialogMap& map, std::string_view title);

}  // namespace waymark
