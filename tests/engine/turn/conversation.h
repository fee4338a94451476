#pragma once
// A talk with the small pack, for the tests of this folder: keeps the session from turn to turn and
// shows replies by the ids of what they say. One thread.
//
//   Conversation talk;
//   talk.say("what is ipt?");
//   CHECK(talk.prompts() == Ids{"ipt.what_is.short", "ipt.what_is.ask"});

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/api/engine.h"
#include "engine/turn/bundle.h"
#include "tests/fakes/small_pack.h"

namespace waymark::fakes {

using Ids = std::vector<std::string>;

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

// Prompts of the texts and ids of the contacts of a reply, in their order.
inline Ids said_in(const Reply& reply) {
  Ids ids;
  for (const Part& part : reply.parts) {
    if (const auto* text = std::get_if<TextPart>(&part)) ids.push_back(text->prompt.value);
    if (const auto* contact = std::get_if<ContactPart>(&part)) ids.push_back(contact->service.value);
  }
  ids.erase(std::ranges::unique(ids).begin(), ids.end());
  return ids;
}

// Ids of all choices of a reply.
inline Ids choices_in(const Reply& reply) {
  Ids ids;
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

  Conversation& start() { return take(StartMessage{}); }
  Conversation& say(std::string text) { return take(SayMessage{TypedText(std::move(text))}); }
  Conversation& choose(std::string choice) { return take(ChooseMessage{ChoiceId{std::move(choice)}}); }

  [[nodiscard]] Ids prompts() const { return said_in(turn_.reply); }
  [[nodiscard]] Ids choices() const { return choices_in(turn_.reply); }
  [[nodiscard]] bool says(std::string_view id) const {
    return std::ranges::count(said_in(turn_.reply), id) > 0;
  }
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
    turn_ = take_turn(*bundle_, session_, message, UtcSeconds{});
    session_ = turn_.session;
    return *this;
  }

  BundlePtr bundle_;
  Session session_;
  Turn turn_;
};

// Where a talk can stand when a message comes, each reached from a fresh start.
struct State {
  const char* name;
  std::vector<const char*> said;
};

inline const std::vector<State>& states() {
  static const std::vector<State> all = {
      {"nothing was said", {}},
      {"an open question", {"what is ipt"}},
      {"a question in a called flow", {"how much is therapy"}},
      {"a question with another one left for it", {"what is ipt", "how much is therapy"}},
      {"a question taken up again", {"what is ipt", "i feel low"}},
      {"an open question at the end of a flow", {"how much is therapy", "scotland"}},
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
  for (const char* text : state.said) talk.say(text);
  return talk;
}

}  // namespace waymark::fakes
