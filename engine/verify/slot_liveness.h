#pragma once
// Which slots can still matter to a talk: whose value some branch may read before a node or a
// choice sets it again. Two talks that differ in other slots alone go on alike. Built once, then
// const; any thread.

#include <cstdint>
#include <vector>

#include "engine/api/session.h"
#include "engine/turn/bundle.h"

namespace waymark {

class SlotLiveness {
 public:
  // `bundle` must outlive this.
  explicit SlotLiveness(const Bundle& bundle);

  // The slots of the session that can still matter, in the order of the pack's declarations.
  // A score counts as the number of thresholds that it has reached: more of it nothing asks.
  [[nodiscard]] std::vector<SlotEntry> live(const Session& session) const;

  [[nodiscard]] const Bundle& bundle() const { return bundle_; }

 private:
  using Slots = std::uint64_t;  // a bit for each declared slot

  [[nodiscard]] Slots bit(StableId slot) const;
  [[nodiscard]] Slots set_by(const std::vector<SlotEntry>& entries) const;
  [[nodiscard]] Slots read_by(const Condition& condition) const;
  [[nodiscard]] Slots after(const AskNode& ask) const;
  [[nodiscard]] Slots forgotten_by(const FormNode& form) const;
  [[nodiscard]] Slots before(const Node& node) const;
  [[nodiscard]] Slots at(NodeIndex node) const { return live_[static_cast<std::size_t>(node)]; }
  [[nodiscard]] Slots below(const StackFrame& frame) const;

  [[nodiscard]] Slots shown_by(const std::vector<PartSpec>& parts) const;
  [[nodiscard]] Slots shown_by(PromptIndex prompt) const;

  const Bundle& bundle_;
  std::vector<std::vector<std::int32_t>> thresholds_;  // by slot; empty for what is no score
  std::vector<Slots> live_;  // by node: what can matter from there on, within its flow and calls
  Slots always_ = 0;         // what the crisis plan reads and what flows read from their start
};

}  // namespace waymark
