#pragma once
// Rasa's REST channel over a conversation service: clients that were written for Rasa talk to a
// pack without knowing. They hold no token, so the conversation waits in a store under a hash of
// their `sender`. Who names no sender has no memory: each message begins anew, as nobody could tell
// two such people apart. Any thread.
//
//   RasaChannel rasa(conversations, sessions);
//   RasaAnswer answer = rasa.answer(body, RasaForm::List);

#include <optional>
#include <string>
#include <string_view>

#include "adapters/host/conversation_service.h"
#include "adapters/host/stored_sessions.h"
#include "adapters/protocol/rasa_rest.h"

namespace waymark {

struct RasaAnswer {
  int status = 200;
  std::string body;              // JSON
  std::optional<Answer> answer;  // to be counted, when the body could be read
};

class RasaChannel {
 public:
  // Both must outlive the channel.
  RasaChannel(const ConversationService& conversations, StoredSessions& sessions)
      : conversations_(conversations), sessions_(sessions) {}

  // `/choose{...}` is the choice of a button, `/restart` forgets and `/session_start` greets;
  // anything else is what somebody typed. What goes wrong on our side is said with status 200,
  // because clients show nothing of other answers, and crisis contacts must get through.
  [[nodiscard]] RasaAnswer answer(std::string_view body, RasaForm form,
                                  Admission admission = Admission::All) const;

 private:
  const ConversationService& conversations_;
  StoredSessions& sessions_;
};

}  // namespace waymark
