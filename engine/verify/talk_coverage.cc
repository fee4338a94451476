#include "engine/verify/talk_coverage.h"

#include <string>

namespace waymark {

TalkCoverage::TalkCoverage(const Bundle& bundle)
    : bundle_(bundle),
      met_(bundle.graph.nodes().size(), false),
      taken_(bundle.graph.nodes().size()) {
  for (std::size_t i = 0; i < taken_.size(); ++i) {
    const auto* branch = std::get_if<BranchNode>(&bundle.graph.nodes()[i].body);
    if (branch != nullptr) taken_[i].assign(branch->cases.size() + 1, false);
  }
}

void TalkCoverage::note(const std::vector<PathStep>& path) {
  for (const PathStep& step : path) {
    const auto node = static_cast<std::size_t>(step.node);
    met_[node] = true;
    if (!taken_[node].empty()) taken_[node][step.way] = true;
  }
}

std::vector<Diagnostic> TalkCoverage::findings() const {
  std::vector<Diagnostic> all;
  for (std::size_t i = 0; i < met_.size(); ++i) {
    const Node& node = bundle_.graph.nodes()[i];
    const std::string path = bundle_.graph.path(static_cast<NodeIndex>(i));
    if (!met_[i]) {
      all.push_back({"WM811", Severity::Error, node.place, "No talk comes to \"" + path + "\".",
                     "Whatever is typed or pressed, something before it leads elsewhere: correct "
                     "that, or delete the node."});
      continue;
    }
    // Without a case that holds there is always "else", so the last way need not be taken.
    for (std::size_t way = 0; way + 1 < taken_[i].size(); ++way) {
      if (taken_[i][way]) continue;
      all.push_back({"WM812", Severity::Error, node.place,
                     "Case " + std::to_string(way + 1) + " of \"" + path + "\" never holds.",
                     "A case before it covers it, or no talk has such a slot here: correct or "
                     "delete it."});
    }
  }
  return all;
}

}  // namespace waymark
