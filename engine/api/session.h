#pragma once
// The whole state of one conversation: a small value without text of what was typed. The host
// seals it and hands it to the client; any node can go on from it. Values; any thread.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/api/ids.h"

namespace waymark {

// A node of a flow by stable names, so that a session outlives a new version of the pack.
struct NodeRef {
  StableId flow = 0;
  StableId node = 0;

  bool operator==(const NodeRef&) const = default;
  [[nodiscard]] bool is_set() const { return flow != 0; }
};

// What waits below the current node: a question that was left and is taken up again, or the node
// that called a sub-flow.
struct StackFrame {
  enum class Kind : std::uint8_t { Question, Caller };
  Kind kind = Kind::Question;
  NodeRef at;

  bool operator==(const StackFrame&) const = default;
};

// A slot's value: the stable id of a declared choice, a number, or yes/no. Never free text.
using SlotValue = std::variant<StableId, std::int32_t, bool>;

struct SlotEntry {
  StableId slot = 0;
  SlotValue value;

  bool operator==(const SlotEntry&) const = default;
};

// A step that can be taken back: the question that was open, the stack below it, and what a slot
// held before the answer.
struct TrailStep {
  NodeRef at;
  std::uint8_t depth = 0;           // of the stack
  StackFrame below;                 // its top, where it was not empty
  StableId slot = 0;                // that the answer set, if any
  std::optional<SlotValue> before;  // nothing: the slot was not set
  bool is_joined = false;           // taken back together with the step below it

  bool operator==(const TrailStep&) const = default;
};

// Which wording of a prompt comes next, so that variants take turns.
struct VariantEntry {
  StableId prompt = 0;
  std::uint8_t next = 0;

  bool operator==(const VariantEntry&) const = default;
};

// Our plain question about risk: it is asked once.
enum class RiskQuestion : std::uint8_t { NotAsked, Open, Asked };

// What is remembered of risk. Tiers as in RiskTier (0 none); categories as stable ids.
struct RiskMemory {
  StableId category = 0;
  std::uint8_t tier = 0;
  std::uint8_t times_shown = 0;  // crisis plans shown so far, saturating
  std::uint8_t turns_since = 0;  // turns since the last one, saturating
  std::uint8_t weak_cues = 0;    // context-tier hits so far, saturating
  RiskQuestion question = RiskQuestion::NotAsked;
  // The last words before this message, for what is said in two messages ("I want" / "to die"):
  // ids of words that risk rules name, 0 for any other; at most kMaxRiskTail, oldest first.
  std::vector<StableId> tail;

  bool operator==(const RiskMemory&) const = default;
};

struct Session {
  StableId locale = 0;
  std::uint32_t pack_version = 0;  // fingerprint of the content that answered last
  std::uint32_t turn = 0;          // visitor messages answered so far
  NodeRef waiting;                 // the question that is open, if any
  NodeRef last_said;               // where the last reply came from, for "say that again"
  std::uint8_t fallbacks = 0;      // times running that nothing was understood, saturating
  RiskMemory risk;
  std::vector<StackFrame> stack;       // bottom first, at most kMaxStackDepth
  std::vector<SlotEntry> slots;        // at most kMaxSlots
  std::vector<StableId> offered;       // intents offered as choices last time, at most kMaxOffered
  std::vector<VariantEntry> variants;  // at most kMaxVariantMemory, oldest first
  std::vector<TrailStep> trail;        // at most kMaxTrail, oldest first

  bool operator==(const Session&) const = default;
};

}  // namespace waymark
