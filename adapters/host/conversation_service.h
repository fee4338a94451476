#pragma once
// The one way from a client's frame to the answer: what every front end calls. It holds nothing of
// any conversation: that is in the token, or with the connection for as long as it lives. Any
// thread may call it at once, each with a Conversation of its own.
//
//   Conversation conversation;                      // one a connection; a fresh one a request
//   Answer answer = service.answer(conversation, json);
//   send(write_server_frame(answer.frame));
//
// A frame sent again. A client that missed an answer sends the same frame again, with the same id.
// On one connection that is noticed (same id and same content as the frame answered last) and
// answered from the state before, without a second turn. Over HTTP and on a new connection the
// frame comes with the token from before the missed answer, and the same state, message and time
// give the same answer: a turn is a pure function. A new message under an old id is a new message,
// so that a client that counts badly never silences anybody.

#include <cstdint>
#include <optional>
#include <string_view>

#include "adapters/host/bundle_holder.h"
#include "adapters/host/log.h"
#include "adapters/protocol/frame.h"
#include "adapters/seal/session_seal.h"
#include "engine/api/clock.h"
#include "engine/api/session.h"
#include "engine/api/trace.h"

namespace waymark {

// Where a conversation stands, and when it ends, used or not.
struct ConversationState {
  Session session;
  UtcSeconds ends;
};

// What a connection remembers; not a word of what was typed.
class Conversation {
 public:
  [[nodiscard]] bool has_begun() const { return state_.has_value(); }

 private:
  friend class ConversationService;
  struct Answered {
    std::uint64_t fingerprint = 0;            // of the frame
    std::optional<ConversationState> before;  // the state that it met
    UtcSeconds at;
  };
  std::optional<ConversationState> state_;  // none before the first frame
  std::optional<Answered> last_;
};

// Who is answered: everybody, or only those whose conversation is under way already.
enum class Admission : std::uint8_t { All, RunningOnly };

enum class TokenUse : std::uint8_t { None, Opened, Refused };

// The frame to send, and what may be counted of it.
struct Answer {
  ServerFrame frame;
  TokenUse token = TokenUse::None;
  std::optional<DecisionKind> decision;  // none when no turn was taken
  bool slow_path = false;                // see Trace
};

class ConversationService {
 public:
  // All must outlive the service.
  ConversationService(const BundleHolder& packs, const SessionSeal& seal, const Clock& clock,
                      Log& log)
      : packs_(packs), seal_(seal), clock_(clock), log_(log) {}

  // Answers a frame as it came over the wire. Never throws: what goes wrong on our side becomes an
  // error frame with the pack's words of last resort, and the conversation stays where it was.
  [[nodiscard]] Answer answer(Conversation& conversation, std::string_view json,
                              Admission admission = Admission::All) const;

  // The same for a frame that was read already.
  [[nodiscard]] Answer answer(Conversation& conversation, const ClientFrame& frame,
                              Admission admission = Admission::All) const;

  // What is said to those who have to wait: the pack's words of last resort are part of it.
  [[nodiscard]] ErrorFrame busy(const std::string& id) const;

  // For a front end in which something goes wrong beside the turn: notes it in the log, and gives
  // the error with the pack's words of last resort.
  [[nodiscard]] ErrorFrame our_fault(const std::string& id) const;

  // For front ends that seal or keep something of their own beside the session.
  [[nodiscard]] const SessionSeal& seal() const { return seal_; }
  [[nodiscard]] const Clock& clock() const { return clock_; }

 private:
  const BundleHolder& packs_;
  const SessionSeal& seal_;
  const Clock& clock_;
  Log& log_;
};

}  // namespace waymark
