#pragma once
// A talk with the small pack, for the tests of this folder: keeps the session from turn to turn and
// shows replies by the ids of what they say. One thread.
//
//   Conversation talk;
//   talk.say("what is ipt?");
//   CHECK(talk.said() == "ipt.what_is.short ipt.what_is.ask");

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/api/engine.h"
#include "engine/turn/bundle.h"
#include "tests/fakes/small_cues.h"
#include "tests/fakes/small_pack.h"

namespace waymark::fakes {

// The small pack, compiled once.
inline const BundlePtr& shared_small_bundle() {
  static const BundlePtr bundle = small_bundle();
  return bundle;
}

// A changed small pack; the test fails when it has findings.
inline BundlePtr compiled(const SmallPack& pack) {
  CompileResult result = pack.compile();
  for (const Diagnostic& diagnostic : result.diagnostics) MESSAGE(format_diagnostic(diagnostic));
  REQUIRE(result.bundle != nullptr);
  return std::move(result.bundle);
}

// The prompts of the texts and the services of the contacts of a reply, in their order, with blanks
// between; a prompt of several bubbles counts once.
inline std::string said_in(const Reply& reply) {
  std::string said;
  std::string last;
  for (const Part& part : reply.parts) {
    std::string id;
    if (const auto* text = std::get_if<TextPart>(&part)) id = text->prompt.value;
    if (const auto* contact = std::get_if<ContactPart>(&part)) id = contact->service.value;
    if (id.empty() || id == last) continue;
    said += (said.empty() ? "" : " ") + id;
    last = id;
  }
  return said;
}

// The ids of all choices of a reply.
inline std::vector<std::string> choices_in(const Reply& reply) {
  std::vector<std::string> ids;
  for (const Part& part : reply.parts) {
    const auto* choices = std::get_if<ChoicesPart>(&part);
    if (choices == nullptr) continue;
    for (const Choice& choice : choices->choices) ids.push_back(choice.id.value);
  }
  return ids;
}

class Conversation {
 public:
  explicit Conversation(BundlePtr bundle = shared_small_bundle())
      : bundle_(std::move(bundle)), session_(start_session(*bundle_, "en-GB")) {}

  // The time of the turns that follow.
  Conversation& at(UtcSeconds now) {
    now_ = now;
    return *this;
  }

  Conversation& start() { return take(StartMessage{}); }
  Conversation& say(std::string_view text) {
    return take(SayMessage{TypedText(std::string(text))});
  }
  Conversation& choose(std::string_view choice) {
    return take(ChooseMessage{ChoiceId{std::string(choice)}});
  }

  // What the last reply said and offered, and whether a prompt or service was in it.
  [[nodiscard]] std::string said() const { return said_in(turn_.reply); }
  [[nodiscard]] std::vector<std::string> choices() const { return choices_in(turn_.reply); }
  [[nodiscard]] std::string offered() const {
    std::string all;
    for (const std::string& id : choices()) all += (all.empty() ? "" : " ") + id;
    return all;
  }
  [[nodiscard]] bool says(std::string_view id) const {
    return (' ' + said() + ' ').find(' ' + std::string(id) + ' ') != std::string::npos;
  }

  // What was decided, and the question that is open, as "flow/node".
  [[nodiscard]] std::string_view decision() const { return name_of(turn_.trace.decision.kind); }
  [[nodiscard]] std::string waiting() const {
    const auto node = bundle_->graph.find(session_.waiting);
    return node ? bundle_->graph.path(*node) : std::string();
  }

  [[nodiscard]] const Turn& turn() const { return turn_; }
  [[nodiscard]] const Bundle& bundle() const { return *bundle_; }
  [[nodiscard]] Session& session() { return session_; }
  [[nodiscard]] const Session& session() const { return session_; }

 private:
  Conversation& take(const Message& message) {
    turn_ = take_turn(*bundle_, session_, message, now_);
    session_ = turn_.session;
    return *this;
  }

  BundlePtr bundle_;
  Session session_;
  UtcSeconds now_{};
  Turn turn_;
};

// The small pack with cues, compiled once.
inline const BundlePtr& shared_cue_bundle() {
  static const BundlePtr bundle = [] {
    SmallPack pack;
    pack.put("cues/intents.json", small_intent_cues(small_word_cues()));
    pack.put("cues/risk.json",
             small_risk_cues({R"("goodby~": "safety.suicide 3000")", R"("nurs~": "none 9000")"}));
    return compiled(pack);
  }();
  return bundle;
}

// Where a talk can stand when a message comes, each reached from a fresh start.
struct State {
  std::string_view name;
  std::vector<std::string_view> said;
};

inline const std::vector<State>& states() {
  static const std::vector<State> all = {
      {"nothing was said", {}},
      {"an open question", {"what is ipt"}},
      {"a question in a called flow", {"how much is therapy"}},
      {"a question with another one left for it", {"what is ipt", "how much is therapy"}},
      {"a question taken up again", {"what is ipt", "i feel low"}},
      {"an open question at the end of a flow", {"how much is therapy", "scotland"}},
      {"an answer that ended a flow", {"what is ipt", "no"}},
      {"not understood", {"qwxz"}},
      {"not understood twice", {"qwxz", "qwxz"}},
      {"not understood at a question", {"what is ipt", "qwxz", "qwxz"}},
      {"stopped", {"what is ipt", "stop"}},
      {"after crisis help", {"i want to die"}},
      {"after crisis help at a question", {"what is ipt", "i want to die"}},
      {"after a weak cue", {"what is ipt", "i can't go on"}},
  };
  return all;
}

inline Conversation talk_in(const State& state, const BundlePtr& bundle = shared_small_bundle()) {
  Conversation talk(bundle);
  talk.start();
  for (const std::string_view text : state.said) talk.say(text);
  return talk;
}

}  // namespace waymark::fakes
