#pragma once
// What a visitor can do next, as messages with the understanding that stages 1 to 4 would have
// brought: the proofs take every meaning that a message can have, not the words of some. Built once
// a bundle, then const; any thread.

#include <string>
#include <vector>

#include "engine/api/message.h"
#include "engine/turn/understanding.h"

namespace waymark {

struct VisitorMove {
  Message message;
  Understanding understanding;
  std::string line;       // of the talk that is shown, such as "choose: help.gp/menu/call"
  bool is_shown = false;  // whether anybody comes to it: a button, lost words, opening the chat
};

// A message at risk.
struct CrisisMove {
  RiskCategory category = RiskCategory::Suicide;
  RiskTier tier = RiskTier::Explicit;
  VisitorMove move;
};

class VisitorMoves {
 public:
  explicit VisitorMoves(const Bundle& bundle);

  // What can be typed in any state: a message for each flow and command, one that is not
  // understood, that may mean several things, that hints at risk, a number; and opening the chat.
  [[nodiscard]] const std::vector<VisitorMove>& typed() const { return typed_; }

  // Every category and tier that leads to the crisis plan, in a message that is also a command and
  // the answer to an open question, as far as that can be.
  [[nodiscard]] const std::vector<CrisisMove>& crises() const { return crises_; }

  // Every button of every question: those of earlier replies can still be pressed.
  [[nodiscard]] const std::vector<VisitorMove>& old_buttons() const { return old_buttons_; }

  // What answers the open question besides its buttons: typed values at both ends of their range
  // and where something changes, and earlier answers of an open form that are changed.
  [[nodiscard]] std::vector<VisitorMove> answers(const Session& session) const;

  // The buttons of the last reply: of the open question, on from a choice that brought crisis help,
  // and of the offered meanings.
  [[nodiscard]] std::vector<VisitorMove> buttons(const Session& session) const;

 private:
  [[nodiscard]] const AskNode* open_question(const Session& session) const;
  [[nodiscard]] std::vector<std::string> places_by_nation() const;
  [[nodiscard]] std::vector<std::string> values_of(const TypedAnswer& typed) const;
  void add_meanings();
  void add_unclear();
  void add_crises();
  void add_old_buttons();

  const Bundle& bundle_;
  std::vector<VisitorMove> typed_;
  std::vector<CrisisMove> crises_;
  std::vector<VisitorMove> old_buttons_;
};

}  // namespace waymark
