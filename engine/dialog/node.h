#pragma once
// The kinds of nodes of a dialog graph: a closed set. Values; any thread.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/api/diagnostic.h"
#include "engine/api/ids.h"
#include "engine/api/part_spec.h"
#include "engine/dialog/condition.h"

namespace waymark {

// Number of a node in the whole graph, and of a flow.
enum class NodeIndex : std::uint32_t {};
enum class FlowIndex : std::uint32_t {};

struct SayNode {
  std::vector<PartSpec> parts;
  NodeIndex next{};
};

// A way on that a visitor can choose, by its button, its label, its number, or by meaning one of
// `intents`.
struct ChoiceOption {
  ChoiceId id;  // "flow.id/node/choice", unique in the pack
  PromptIndex label{};
  NodeIndex next{};
  std::vector<SlotEntry> set;
  std::vector<std::uint32_t> intents;
};

struct AskNode {
  enum class WhenLeft : std::uint8_t { Resume, Forget };
  std::vector<PartSpec> parts;
  std::vector<ChoiceOption> choices;
  WhenLeft when_left = WhenLeft::Forget;
  std::optional<PromptIndex> reask;
};

struct BranchNode {
  struct Case {
    Condition when;
    NodeIndex next{};
  };
  std::vector<Case> cases;
  NodeIndex otherwise{};
};

struct SetNode {
  std::vector<SlotEntry> set;
  NodeIndex next{};
};

struct CallNode {
  FlowIndex flow{};
  NodeIndex next{};
};

struct EndNode {};

using NodeBody = std::variant<SayNode, AskNode, BranchNode, SetNode, CallNode, EndNode>;

struct Node {
  std::string id;
  FlowIndex flow{};
  NodeRef ref;
  NodeBody body;
  SourcePlace place;
};

}  // namespace waymark
