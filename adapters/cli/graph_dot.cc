#include "adapters/cli/graph_dot.h"

#include <algorithm>

#include "adapters/cli/graph_look.h"
#include "adapters/cli/text_wrap.h"

namespace waymark {

namespace {

constexpr std::size_t kNodeWidth = 30;  // characters of a line
constexpr std::size_t kEdgeWidth = 22;
constexpr std::size_t kColumns = 8;      // of flows
constexpr std::size_t kPlanColumns = 3;  // of entries of the crisis plan
constexpr std::string_view kFont = "Arial,Helvetica,sans-serif";

// A string in double quotes.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') out += '\\';
    out += letter == '\n' ? std::string("\\n") : std::string(1, letter);
  }
  return out + '"';
}

// Text inside Graphviz's labels that look like HTML.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    switch (letter) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += letter;
    }
  }
  return out;
}

// Wrapped lines, each ended as `line_end` says.
std::string lines_of(std::string_view text, std::size_t width, std::string_view line_end) {
  std::string out;
  std::string wrapped = wrap_text(text, width);
  for (std::size_t begin = 0; begin < wrapped.size();) {
    const std::size_t end = std::min(wrapped.find('\n', begin), wrapped.size());
    out += escaped(std::string_view(wrapped).substr(begin, end - begin));
    out += line_end;
    begin = end + 1;
  }
  return out;
}

std::string coloured(std::string_view colour, const std::string& text) {
  return "<FONT COLOR=\"" + std::string(colour) + "\">" + text + "</FONT>";
}

class DotWriter {
 public:
  DotWriter(const DialogMap& map, std::string_view title) : map_(map), title_(title) {}

  std::string write() {
    out_ = "digraph dialogs {\n";
    write_defaults();
    for (std::size_t i = 0; i < map_.clusters.size(); ++i) write_cluster(i);
    for (const MapEdge& edge : map_.edges) write_edge(edge);
    write_legend();
    return out_ + "}\n";
  }

 private:
  [[nodiscard]] bool is_one_flow() const { return map_.clusters.size() <= 2; }

  // Each flow is laid out alone; then all stand in rows, by the order of the map.
  void write_defaults() {
    const std::string font = "fontname=" + quoted(kFont);
    const std::string packing = is_one_flow() ? "clust" : "array_utl" + std::to_string(kColumns);
    out_ += "  graph [ranksep=0.35 nodesep=0.25 pad=0.4 bgcolor=white pack=24 packmode=" +
            quoted(packing) + ' ' + font + " fontcolor=" + quoted(kInk) +
            " labelloc=t labeljust=l fontsize=" + (is_one_flow() ? "22" : "60") +
            " label=" + quoted(title_) + "]\n";
    out_ += "  node [shape=box style=\"filled,rounded\" fontsize=12 margin=\"0.14,0.08\" " + font +
            " fontcolor=" + quoted(kInk) + "]\n";
    out_ += "  edge [fontsize=11 arrowsize=0.7 color=" + quoted(kFaintInk) + ' ' + font +
            " fontcolor=" + quoted(kInk) + "]\n";
  }

  void write_cluster(std::size_t index) {
    const MapCluster& cluster = map_.clusters[index];
    const bool is_crisis = cluster.id == kCrisisCluster;
    out_ += "  subgraph cluster_" + std::to_string(index) + " {\n";
    sort_ = " sortv=" + std::to_string(index + 2);
    out_ += "    graph [id=" + quoted(cluster.id) + sort_ + " label=<" + cluster_label(cluster) +
            "> labeljust=l fontsize=13 margin=14 style=\"rounded,filled\" fillcolor=" +
            (is_crisis ? "\"#fff6f6\" color=" + quoted(kCrisisInk) + " penwidth=2"
                       : "\"#fafbfb\" color=\"#aeb7bd\"") +
            "]\n";
    for (const std::size_t node : cluster.nodes) write_node(map_.nodes[node]);
    out_ += "  }\n";
  }

  static std::string cluster_label(const MapCluster& cluster) {
    const std::string_view end = "<BR ALIGN=\"LEFT\"/>";
    if (cluster.id == kCrisisCluster) {
      return coloured(kCrisisInk, "<B>Crisis help</B>" + std::string(end) +
                                      "from anywhere, before everything else" + std::string(end));
    }
    std::string label =
        "<FONT POINT-SIZE=\"17\"><B>" + escaped(cluster.id) + "</B></FONT>" + std::string(end);
    if (cluster.begins.empty()) return label;
    std::string titles;
    for (const std::string& title : cluster.begins) titles += (titles.empty() ? "" : " · ") + title;
    return label + coloured(kFaintInk, lines_of("asked as: " + titles, 60, end));
  }

  void write_node(const MapNode& node) {
    const GraphLook look = look_of(map_, node);
    out_ += "    " + quoted(node.id) + " [id=" + quoted(node.id) + sort_ + " label=<" +
            node_label(node) + "> fillcolor=" + quoted(look.fill) +
            " color=" + quoted(look.border) + shape_of(node) +
            " tooltip=" + quoted(tooltip_of(node));
    if (node.role == MapRole::Leaves && !is_one_flow()) out_ += " URL=" + quoted("#" + node.name);
    out_ += "]\n";
  }

  [[nodiscard]] std::string shape_of(const MapNode& node) const {
    const bool is_heavy = !node.findings.empty() || node.role == MapRole::Risk;
    std::string pen = is_heavy ? " penwidth=3" : node.is_start ? " penwidth=2.5" : "";
    const bool is_lost = look_of(map_, node).name == kUnvisitedLook.name;
    switch (node.role) {
      case MapRole::Asks: return (is_lost ? " style=\"filled,dashed\"" : " style=filled") + pen;
      case MapRole::Decides: return " shape=hexagon style=filled margin=\"0.05,0.05\"" + pen;
      case MapRole::Works: return " shape=note style=filled" + pen;
      case MapRole::Calls: return " shape=component style=filled" + pen;
      case MapRole::Ends: return " shape=oval style=filled margin=\"0.05,0.02\"" + pen;
      case MapRole::Leaves: return " shape=rarrow style=filled margin=\"0.16,0.06\" fontsize=11";
      case MapRole::Says:
      case MapRole::Risk:
      case MapRole::Plan: return (is_lost ? " style=\"filled,rounded,dashed\"" : "") + pen;
    }
    return pen;
  }

  [[nodiscard]] std::string node_label(const MapNode& node) const {
    if (node.role == MapRole::Leaves) return escaped(node.name);
    const std::string_view end = "<BR ALIGN=\"LEFT\"/>";
    std::string label = "<B>" + escaped(node.name) + "</B>  ";
    label += coloured(kFaintInk, escaped(node.kind));
    if (node.is_start) label += coloured(kFaintInk, "&nbsp;· begins here");
    label += end;
    label += lines_of(node.words, kNodeWidth, end);
    for (const std::string& finding : node.findings) {
      label +=
          coloured(kFindingInk, "<B>" + escaped(finding.substr(0, finding.find(' '))) + "</B>");
      label += end;
    }
    if (look_of(map_, node).name == kUnvisitedLook.name) {
      label += coloured(kFindingInk, "not visited") + std::string(end);
    }
    return label;
  }

  [[nodiscard]] std::string tooltip_of(const MapNode& node) const {
    std::string text = node.id;
    if (node.role == MapRole::Leaves) return "goes over to " + node.name;
    if (!node.place.file.empty()) {
      text += '\n' + node.place.file + ':' + std::to_string(node.place.line);
    }
    if (map_.has_visits) text += "\nvisits: " + std::to_string(node.visits);
    for (const std::string& finding : node.findings) text += '\n' + finding;
    return text;
  }

  // The entries of the crisis plan stand in rows: side by side they would be wider than everything
  // else together. The risk itself is the first node of the map.
  static std::size_t plan_row(const MapEdge& edge) {
    return (edge.to - edge.from - 1) / kPlanColumns + 1;
  }

  void write_edge(const MapEdge& edge) {
    const MapNode& from = map_.nodes[edge.from];
    const MapNode& to = map_.nodes[edge.to];
    out_ += "  " + quoted(from.id) + " -> " + quoted(to.id) + " [";
    if (!edge.label.empty()) {
      // Where components are packed, a label between neighbouring ranks has no place.
      out_ += "label=<" + lines_of(edge.label, kEdgeWidth, "&nbsp;&nbsp;<BR/>") + "> minlen=2 ";
    }
    if (from.role == MapRole::Risk) {
      out_ += "color=" + quoted(kCrisisInk) +
              " penwidth=2.5 style=bold minlen=" + std::to_string(plan_row(edge)) + ' ';
    } else if (to.role == MapRole::Leaves) {
      out_ += "color=\"#8a99a3\" ";
    }
    out_ +=
        "tooltip=" + quoted(edge.label.empty() ? from.name + " to " + to.name : edge.label) + "]\n";
  }

  void write_legend() {
    out_ +=
        "  legend [sortv=1 shape=plaintext style=\"\" margin=0 tooltip=\"what colours mean\" "
        "label=<"
        "<TABLE BORDER=\"1\" CELLBORDER=\"0\" CELLSPACING=\"5\" CELLPADDING=\"4\" "
        "COLOR=\"#aeb7bd\">";
    for (const GraphLook& look : looks_in(map_)) {
      out_ += "<TR><TD BORDER=\"2\" WIDTH=\"34\" BGCOLOR=" + quoted(look.fill) +
              " COLOR=" + quoted(look.border) + "> </TD><TD ALIGN=\"LEFT\">" +
              escaped(look.meaning) + "</TD></TR>";
    }
    out_ += "</TABLE>>]\n";
  }

  const DialogMap& map_;
  std::string_view title_;
  std::string sort_;  // where the cluster stands that is being written
  std::string out_;
};

}  // namespace

std::string graph_dot(const DialogMap& map, std::string_view title) {
  return DotWriter(map, title).write();
}

}  // namespace waymark
