#pragma once
// The conversation by form posts: from the fields that a browser sends to the next page. It holds
// nothing between two posts; the page carries the session token and, sealed apart from it and bound
// to it, what was said so far. Any thread.
//
//   ChatForm form(conversations, packs);
//   ChatTurn turn = form.take(body);
//   send(turn.status, turn.html);
//
// Sending the same form again (a reload, the Back button) is no second turn: it carries the token
// from before, so the same state meets the same message and gives the same answer.

#include <cstdint>
#include <string>
#include <string_view>

#include "adapters/host/bundle_holder.h"
#include "adapters/host/conversation_service.h"
#include "adapters/page/chat_history.h"
#include "adapters/seal/history_seal.h"

namespace waymark {

struct ChatTurn {
  int status = 200;
  std::string html;
  Answer answer;  // to be counted
};

class ChatForm {
 public:
  // Both must outlive the form.
  ChatForm(const ConversationService& conversations, const BundleHolder& packs);

  // The page that greets.
  [[nodiscard]] ChatTurn greet(Admission admission = Admission::All) const;

  // Takes the posted fields `text`, `choice` (one counts, the choice if there is one), `token`,
  // `history`, `id` and `do`. What cannot be opened begins a fresh talk, and says so.
  [[nodiscard]] ChatTurn take(std::string_view body, Admission admission = Admission::All) const;

  // The same talk again, with the message still in the text box and a sentence why it was not sent.
  [[nodiscard]] std::string unsent(std::string_view body, std::string_view sentence) const;

  // A page without a talk; `sentence` says why.
  [[nodiscard]] std::string refusal(std::string_view sentence) const;

 private:
  struct Fields;
  [[nodiscard]] ChatHistory open_history(const Fields& fields) const;
  [[nodiscard]] std::string page_of(ChatHistory history, const std::string& token,
                                    std::string notice, std::string draft) const;
  [[nodiscard]] std::string unsent(const Fields& fields, std::string_view sentence) const;
  [[nodiscard]] ChatTurn begin(std::string notice, Admission admission) const;

  const ConversationService& conversations_;
  const BundleHolder& packs_;
  HistorySeal seal_;
};

}  // namespace waymark
