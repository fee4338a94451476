#pragma once
// A dialog graph as a Mermaid flowchart, for pages that draw those. The same map always gives the
// same bytes. Any thread.

#include <string>
#include <string_view>

#include "engine/api/dialog_map.h"

namespace waymark {

[[nodiscard]] std::string graph_mermaid(const DialogMap& map, std::string_view title);

}  // namespace waymark
