#include "engine/session/tracker.h"

#include <algorithm>
#include <limits>

#include "engine/api/limits.h"

namespace waymark {
namespace {

void count_up(std::uint8_t& counter) {
  if (counter < std::numeric_limits<std::uint8_t>::max()) ++counter;
}

class Tracker {
 public:
  explicit Tracker(Session& session) : session_(session) {}

  void operator()(const TurnCounted& /*event*/) {
    ++session_.turn;
    RiskQuestion& question = session_.risk.question;
    if (question == RiskQuestion::Open) question = RiskQuestion::Asked;
  }
  void operator()(const Waited& event) { session_.waiting = event.at; }
  void operator()(const Said& event) { session_.last_said = event.at; }

  void operator()(const Pushed& event) {
    if (session_.stack.size() >= kMaxStackDepth) session_.stack.erase(session_.stack.begin());
    session_.stack.push_back(event.frame);
  }
  void operator()(const Popped& /*event*/) {
    if (!session_.stack.empty()) session_.stack.pop_back();
  }
  // What was open is let go: no step leads back to it.
  void operator()(const StackCleared& /*event*/) {
    session_.stack.clear();
    session_.trail.clear();
  }

  void operator()(const SlotSet& event) {
    const auto found = std::ranges::find(session_.slots, event.entry.slot, &SlotEntry::slot);
    if (found != session_.slots.end()) {
      found->value = event.entry.value;
    } else if (session_.slots.size() < kMaxSlots) {
      session_.slots.push_back(event.entry);
    }
  }

  void operator()(const SlotForgotten& event) {
    std::erase_if(session_.slots,
                  [&event](const SlotEntry& entry) { return entry.slot == event.slot; });
  }

  void operator()(const Stepped& event) {
    if (session_.trail.size() >= kMaxTrail) session_.trail.erase(session_.trail.begin());
    session_.trail.push_back(event.step);
  }
  void operator()(const StepTakenBack& /*event*/) {
    if (!session_.trail.empty()) session_.trail.pop_back();
  }

  void operator()(const Raised& /*event*/) {}
  void operator()(const HandedOff& /*event*/) {}

  void operator()(const FallbackCounted& /*event*/) { count_up(session_.fallbacks); }
  void operator()(const Understood& /*event*/) { session_.fallbacks = 0; }

  void operator()(const Offered& event) {
    session_.offered = event.intents;
    if (session_.offered.size() > kMaxOffered) session_.offered.resize(kMaxOffered);
  }

  void operator()(const VariantUsed& event) {
    const auto found = std::ranges::find(session_.variants, event.prompt, &VariantEntry::prompt);
    if (found != session_.variants.end()) session_.variants.erase(found);
    if (session_.variants.size() >= kMaxVariantMemory) {
      session_.variants.erase(session_.variants.begin());
    }
    session_.variants.push_back({event.prompt, event.next});
  }

  void operator()(const RiskSeen& event) {
    RiskMemory& risk = session_.risk;
    risk.turns_since = 0;
    if (!event.shown) {
      count_up(risk.weak_cues);
      return;
    }
    risk.category = event.category;
    risk.tier = event.tier;
    risk.tail.clear();
    count_up(risk.times_shown);
  }
  void operator()(const RiskQuiet& /*event*/) { count_up(session_.risk.turns_since); }

  void operator()(const RiskAsked& /*event*/) { session_.risk.question = RiskQuestion::Open; }

  void operator()(const RiskTailKept& event) {
    session_.risk.tail = event.words;
    if (session_.risk.tail.size() > kMaxRiskTail) session_.risk.tail.resize(kMaxRiskTail);
  }

  // A fresh start of the talk; what is known of risk stays.
  void operator()(const Restarted& /*event*/) {
    Session fresh;
    fresh.locale = session_.locale;
    fresh.pack_version = session_.pack_version;
    fresh.turn = session_.turn;
    fresh.risk = session_.risk;
    fresh.risk.tail.clear();
    fresh.variants = session_.variants;
    session_ = fresh;
  }

 private:
  Session& session_;
};

}  // namespace

void apply_event(Session& session, const Event& event) { std::visit(Tracker(session), event); }

}  // namespace waymark
