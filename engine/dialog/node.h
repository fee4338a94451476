#pragma once
// The kinds of nodes of a dialog graph: a closed set. Values; any thread.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/api/diagnostic.h"
#include "engine/api/ids.h"
#include "engine/api/part_spec.h"
#include "engine/dialog/condition.h"
#include "engine/text/entity_type.h"

namespace waymark {

// Number of a node in the whole graph, and of a flow.
enum class NodeIndex : std::uint32_t {};
enum class FlowIndex : std::uint32_t {};

struct SayNode {
  std::vector<PartSpec> parts;
  NodeIndex next{};
};

// That choosing something says that the visitor is at risk: numbers of RiskCategory and RiskTier.
struct ChoiceRisk {
  std::uint8_t category = 0;
  std::uint8_t tier = 0;
};

// A way on that a visitor can choose, by its button, its label, its number, or by meaning one of
// `intents`.
struct ChoiceOption {
  ChoiceId id;  // "flow.id/node/choice", unique in the pack
  PromptIndex label{};
  NodeIndex next{};
  std::vector<SlotEntry> set;
  std::vector<std::uint32_t> intents;
  std::optional<ChoiceRisk> risk = {};
};

// A typed thing that answers a question: its value goes into the slot if the slot can have it.
struct TypedAnswer {
  std::size_t slot = 0;  // number of the slot among the pack's
  EntityType reads = EntityType::Number;
  NodeIndex next{};
};

// Where a question stands in a form.
struct FormPlace {
  NodeIndex form{};
  enum class Part : std::uint8_t { Question, Review, Which };
  Part part = Part::Question;
  std::size_t question = 0;  // of Part::Question: its number from 0
};

struct AskNode {
  enum class WhenLeft : std::uint8_t { Resume, Forget };
  std::vector<PartSpec> parts;
  std::vector<ChoiceOption> choices;
  WhenLeft when_left = WhenLeft::Forget;
  std::vector<PromptIndex> reasks;         // in turn while nothing is understood
  std::optional<PromptIndex> bridge = {};  // said before the question is taken up again
  std::optional<TypedAnswer> typed = {};   // what may be typed besides the choices
  std::optional<NodeIndex> anything = {};  // where words lead that mean nothing else
  std::uint8_t lets_in = 0xFF;             // a bit for each IntentClass that may interrupt
  std::optional<Condition> still_if = {};  // without it the question is not taken up again
  std::optional<FormPlace> form = {};
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

// Sets the arguments, runs the flow, comes back.
struct CallNode {
  FlowIndex flow{};
  NodeIndex next{};
  std::vector<SlotEntry> with = {};
};

// Asks a directory; `parts` stand before what was found.
struct LookUpNode {
  std::string list;
  std::vector<std::size_t> by;  // numbers of the slots that narrow it down, where they are known
  std::size_t most = 0;
  std::vector<PartSpec> parts;
  NodeIndex found{};
  NodeIndex none{};
  std::optional<double> within = {};  // miles from the place among `by`
  bool shows = true;                  // or only asks whether there is something
};

// Several questions, each an AskNode of its own, and one summary. Entered here all its answers are
// forgotten; each answer leads to a FormStepNode.
struct FormNode {
  struct Question {
    PromptIndex name{};
    StableId slot = 0;
    NodeIndex ask{};
  };
  std::vector<Question> questions;
  NodeIndex review{};
  NodeIndex which{};
};

// Goes on with the first question from number `from` that has no answer; in a form in which none
// may be left out, with the first of all; or else with the summary.
struct FormStepNode {
  NodeIndex form{};
  std::size_t from = 0;
};

// Tells the host that a person is to take over.
struct HandoffNode {
  std::string to;
  std::vector<PartSpec> parts;
  NodeIndex next{};
};

// Tells the host that something happened.
struct EventNode {
  std::string name;
  NodeIndex next{};
};

struct EndNode {};

using NodeBody = std::variant<SayNode, AskNode, BranchNode, SetNode, CallNode, LookUpNode, FormNode,
                              FormStepNode, HandoffNode, EventNode, EndNode>;

struct Node {
  std::string id;
  FlowIndex flow{};
  NodeRef ref;
  NodeBody body;
  SourcePlace place;
};

}  // namespace waymark
