#pragma once
// Numbers everything of a pack that tests can visit, and marks what a turn visited. Built once a
// bundle, then const; any thread. The bundle must outlive it.
//
//   const CoverageMap map(bundle);
//   std::vector<bool> covered(map.size());
//   map.mark(before, message, turn, covered);

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/api/coverage.h"
#include "engine/api/message.h"
#include "engine/api/turn.h"
#include "engine/turn/bundle.h"
#include "engine/verify/graph_edges.h"

namespace waymark {

class CoverageMap {
 public:
  explicit CoverageMap(const Bundle& bundle);

  [[nodiscard]] std::size_t size() const { return locales_begin_ + bundle_.locales.size(); }

  // Marks what the turn visited: nodes and edges on its path, what the message was taken for, what
  // was said and shown, in which language. `before` is the session that it was taken from.
  void mark(const Session& before, const Message& message, const Turn& turn,
            std::vector<bool>& covered) const;

  // Their kinds and names, without places but for those of nodes.
  [[nodiscard]] std::vector<CoverageItem> items() const;

  [[nodiscard]] const std::vector<GraphEdge>& edges() const { return edges_; }
  [[nodiscard]] std::size_t edge_item(std::size_t edge) const {
    return bundle_.graph.nodes().size() + edge;
  }

  // The nodes of a turn's path.
  [[nodiscard]] std::vector<NodeIndex> nodes_on(const Turn& turn) const;

 private:
  void mark_edges(const Session& before, const Turn& turn, const std::vector<NodeIndex>& path,
                  std::vector<bool>& covered) const;
  void mark_return(const Session& before, const std::vector<NodeIndex>& path, std::size_t at,
                   std::vector<bool>& covered) const;
  void mark_links(NodeIndex node, std::vector<bool>& covered) const;
  void mark_label(const ChoiceId& choice, std::vector<bool>& covered) const;
  void mark_prompt(PromptIndex prompt, std::vector<bool>& covered) const;
  void mark_reply(const Reply& reply, std::vector<bool>& covered) const;

  const Bundle& bundle_;
  std::vector<GraphEdge> edges_;
  std::unordered_map<std::string, NodeIndex> node_by_path_;
  std::unordered_map<std::string, PromptIndex> prompt_by_id_;
  std::vector<std::size_t> prompt_item_;  // by prompt; 0 for one that does not count
  std::vector<PromptIndex> prompts_;      // that count
  std::size_t intents_begin_ = 0;
  std::size_t prompts_begin_ = 0;
  std::size_t locales_begin_ = 0;
};

}  // namespace waymark
