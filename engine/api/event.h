#pragma once
// What a turn changed, as facts that the tracker applies to the session, in order. Nothing else
// changes a session. Values; any thread.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "engine/api/ids.h"
#include "engine/api/session.h"

namespace waymark {

struct TurnCounted {};
struct Waited {  // a question is open now (or none, when `at` is not set)
  NodeRef at;
};
struct Said {
  NodeRef at;
};
struct Pushed {
  StackFrame frame;
};
struct Popped {};
struct StackCleared {};
struct SlotSet {
  SlotEntry entry;
};
struct SlotForgotten {
  StableId slot = 0;
};
struct Stepped {  // an answer that can be taken back
  TrailStep step;
};
struct StepTakenBack {};
// For the host: the session does not change.
struct Raised {
  std::string name;
};
struct HandedOff {
  std::string to;
};
struct FallbackCounted {};
struct Understood {};
struct Offered {
  std::vector<StableId> intents;
};
struct VariantUsed {
  StableId prompt = 0;
  std::uint8_t next = 0;
};
struct RiskSeen {
  StableId category = 0;
  std::uint8_t tier = 0;
  bool shown = false;  // the crisis plan was part of this reply
};
struct RiskQuiet {};
struct RiskAsked {};  // whether they are at risk is asked in this reply
struct RiskTailKept {
  std::vector<StableId> words;  // see RiskMemory::tail
};
struct Restarted {};

using Event =
    std::variant<TurnCounted, Waited, Said, Pushed, Popped, StackCleared, SlotSet, SlotForgotten,
                 Stepped, StepTakenBack, Raised, HandedOff, FallbackCounted, Understood, Offered,
                 VariantUsed, RiskSeen, RiskQuiet, RiskAsked, RiskTailKept, Restarted>;

}  // namespace waymark
