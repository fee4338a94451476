#include "adapters/cli/graph_mermaid.h"

#include <cstdint>
#include <map>
#include <set>

#include "adapters/cli/graph_look.h"

namespace waymark {

namespace {

// Text in quotes: Mermaid knows entities that begin with '#', and reads no backslashes.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char letter : text) {
    switch (letter) {
      case '"': out += "#quot;"; break;
      case '#': out += "#35;"; break;
      case '&': out += "#amp;"; break;
      case '<': out += "#lt;"; break;
      case '>': out += "#gt;"; break;
      case '\n': out += ' '; break;
      default: out += letter;
    }
  }
  return out + '"';
}

class MermaidWriter {
 public:
  MermaidWriter(const DialogMap& map, std::string_view title) : map_(map), title_(title) {}

  std::string write() {
    out_ = "---\ntitle: " + quoted(title_) + "\n---\nflowchart LR\n";
    for (const MapNode& node : map_.nodes) names_.push_back(name_for(node.id));
    for (const MapCluster& cluster : map_.clusters) write_cluster(cluster);
    for (const MapEdge& edge : map_.edges) write_edge(edge);
    for (std::size_t i = 0; i < map_.edges.size(); ++i) write_edge_style(i);
    for (const auto& [name, look] : used_) {
      out_ += "  classDef " + name + " fill:" + std::string(look.fill) +
              ",stroke:" + std::string(look.border) + ",color:" + std::string(kInk) + '\n';
    }
    return out_;
  }

 private:
  // Letters, digits and '_' are safe in every version; two ids never share a name.
  std::string name_for(std::string_view id) {
    std::string name = "n_";
    for (const char letter : id) {
      const bool is_plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
      name += is_plain ? letter : '_';
      if (letter == '/') name += '_';
    }
    while (!taken_.insert(name).second) name += 'x';
    return name;
  }

  void write_cluster(const MapCluster& cluster) {
    std::string title = cluster.id;
    for (const std::string& begin : cluster.begins) title += " · " + begin;
    out_ += "  subgraph " + name_for("flow " + cluster.id) + '[' + quoted(title) + "]\n";
    for (const std::size_t node : cluster.nodes) write_node(node);
    out_ += "  end\n";
  }

  void write_node(std::size_t index) {
    const MapNode& node = map_.nodes[index];
    const GraphLook look = look_of(map_, node);
    used_.try_emplace(std::string(look.name), look);
    out_ += "    " + names_[index] + in_shape(node.role, quoted(label_of(node))) +
            ":::" + std::string(look.name) + '\n';
  }

  static std::string label_of(const MapNode& node) {
    if (node.role == MapRole::Leaves) return node.name;
    std::string label = node.name + " (" + node.kind + ')';
    if (!node.words.empty()) label += ": " + node.words;
    for (const std::string& finding : node.findings) {
      label += " [" + finding.substr(0, finding.find(' ')) + ']';
    }
    return label;
  }

  static std::string in_shape(MapRole role, const std::string& label) {
    switch (role) {
      case MapRole::Says:
      case MapRole::Plan: return '(' + label + ')';
      case MapRole::Asks: return '[' + label + ']';
      case MapRole::Decides: return "{{" + label + "}}";
      case MapRole::Works: return "[/" + label + "/]";
      case MapRole::Calls: return "[[" + label + "]]";
      case MapRole::Ends:
      case MapRole::Risk: return "([" + label + "])";
      case MapRole::Leaves: return '>' + label + ']';
    }
    return label;
  }

  void write_edge(const MapEdge& edge) {
    const bool is_crisis = map_.nodes[edge.from].role == MapRole::Risk;
    out_ += "  " + names_[edge.from] + (is_crisis ? " ==>" : " -->");
    if (!edge.label.empty()) out_ += '|' + quoted(edge.label) + '|';
    out_ += ' ' + names_[edge.to] + '\n';
  }

  void write_edge_style(std::size_t index) {
    if (map_.nodes[map_.edges[index].from].role != MapRole::Risk) return;
    out_ += "  linkStyle " + std::to_string(index) + " stroke:" + std::string(kCrisisInk) + '\n';
  }

  const DialogMap& map_;
  std::string_view title_;
  std::string out_;
  std::vector<std::string> names_;
  std::set<std::string> taken_;
  std::map<std::string, GraphLook> used_;
};

}  // namespace

std::string graph_mermaid(const DialogMap& map, std::string_view title) {
  return MermaidWriter(map, title).write();
}

}  // namespace waymark
