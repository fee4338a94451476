#include "adapters/host/conversation_service.h"

#include <functional>
#include <string>
#include <utility>
#include <variant>

#include "adapters/protocol/frame_reader.h"
#include "engine/api/engine.h"

namespace waymark {

namespace {

constexpr std::string_view kOurFault = "Something went wrong on our side. ";
constexpr std::string_view kBusy =
    "So many people are here now that I cannot answer. Please try again in a minute. ";

const std::string& id_of(const ClientFrame& frame) {
  return std::visit([](const auto& each) -> const std::string& { return each.id; }, frame);
}

// What tells one frame from another: its kind, id and content. 0 for a frame without an id, which
// cannot be recognised.
std::uint64_t fingerprint_of(const ClientFrame& frame) {
  struct Content {
    std::string operator()(const StartFrame& start) const {
      return start.token + '\n' + start.locale;
    }
    std::string operator()(const SayFrame& say) const { return say.text.bytes(); }
    std::string operator()(const ChooseFrame& choose) const { return choose.choice.value; }
    std::string operator()(const ForgetFrame&) const { return {}; }
  };
  const std::string& id = id_of(frame);
  if (id.empty()) return 0;
  const std::string content = std::visit(Content{}, frame);
  return std::hash<std::string>{}(std::to_string(frame.index()) + '\n' + std::to_string(id.size()) +
                                  '\n' + id + content) |
         1U;
}

ErrorFrame busy_frame(const LoadedPack& pack, const std::string& id) {
  return {id, ErrorCode::Busy, std::string(kBusy) + pack.last_resort};
}

// One frame being answered: from the state that it meets to the answer and the next state.
struct Exchange {
  const LoadedPack& pack;
  const SessionSeal& seal;
  UtcSeconds now;
  Admission admission;
  std::optional<ConversationState> state;  // before the frame; after it, when it was answered
  TokenUse token = TokenUse::None;

  Answer operator()(const StartFrame& start) {
    state.reset();
    open(start.token);
    if (!state && !begin(start.locale)) return busy(start.id);
    return take(start.id, StartMessage{});
  }

  Answer operator()(const SayFrame& say) {
    if (!resume(say.token)) return busy(say.id);
    return take(say.id, SayMessage{say.text});
  }

  Answer operator()(const ChooseFrame& choose) {
    if (!knows_choice(*pack.bundle, choose.choice)) {
      return {ErrorFrame{choose.id, ErrorCode::UnknownChoice, "I do not know that choice."}, token,
              std::nullopt};
    }
    if (!resume(choose.token)) return busy(choose.id);
    return take(choose.id, ChooseMessage{choose.choice});
  }

  Answer operator()(const ForgetFrame& forget) {
    state.reset();
    return {ReplyFrame{forget.id, 0, {}, ""}, token, std::nullopt};
  }

 private:
  // False when nobody may begin now.
  bool begin(std::string_view locale) {
    if (admission == Admission::RunningOnly) return false;
    state = ConversationState{start_session(*pack.bundle, locale), seal.end_of_new(now)};
    return true;
  }

  [[nodiscard]] Answer busy(const std::string& id) const {
    return {busy_frame(pack, id), token, std::nullopt};
  }

  void open(const std::string& sealed) {
    if (sealed.empty()) return;
    token = TokenUse::Refused;
    const auto opened = seal.open(sealed, now);
    if (!opened) return;
    ConversationState found{{}, opened->ends};
    if (!decode_session(opened->record, found.session)) return;
    state = std::move(found);
    token = TokenUse::Opened;
  }

  // A conversation that is open on this connection goes on; a token counts where there is none.
  bool resume(const std::string& sealed) {
    if (!state) open(sealed);
    return state || begin("");
  }

  Answer take(const std::string& id, const Message& message) {
    Turn turn = take_turn(*pack.bundle, state->session, message, now, pack.directory.get());
    std::string sealed = seal.seal({encode_session(turn.session), state->ends}, now);
    const std::uint32_t count = turn.session.turn;
    state->session = std::move(turn.session);
    return {ReplyFrame{id, count, std::move(turn.reply), std::move(sealed)}, token,
            turn.trace.decision.kind, turn.trace.slow_path};
  }
};

}  // namespace

Answer ConversationService::answer(Conversation& conversation, std::string_view json,
                                   Admission admission) const {
  auto frame = read_client_frame(json);
  if (!frame) return {std::move(frame.error()), TokenUse::None, std::nullopt};
  return answer(conversation, *frame, admission);
}

Answer ConversationService::answer(Conversation& conversation, const ClientFrame& frame,
                                   Admission admission) const {
  const LoadedPackPtr pack = packs_.current();
  try {
    const std::uint64_t fingerprint = fingerprint_of(frame);
    const bool is_again = conversation.last_ && conversation.last_->fingerprint == fingerprint;
    Conversation::Answered last =
        is_again ? *conversation.last_
                 : Conversation::Answered{fingerprint, conversation.state_, clock_.now()};
    Exchange exchange{*pack, seal_, last.at, admission, last.before};
    Answer answer = std::visit(exchange, frame);
    if (std::holds_alternative<ErrorFrame>(answer.frame)) return answer;

    conversation.state_ = std::move(exchange.state);
    conversation.last_.reset();
    if (fingerprint != 0) conversation.last_ = std::move(last);
    if (is_again) answer.decision.reset();  // counted already
    return answer;
  } catch (const std::exception&) {
    return {our_fault(id_of(frame)), TokenUse::None, std::nullopt};
  }
}

ErrorFrame ConversationService::busy(const std::string& id) const {
  return busy_frame(*packs_.current(), id);
}

ErrorFrame ConversationService::our_fault(const std::string& id) const {
  const LoadedPackPtr pack = packs_.current();
  log_.error(LogEvent::TurnFailed, {{"pack_fingerprint", pack->summary.fingerprint}});
  return {id, ErrorCode::Internal, std::string(kOurFault) + pack->last_resort};
}

}  // namespace waymark
