#include "adapters/host/rasa_channel.h"

#include <exception>
#include <utility>
#include <variant>

namespace waymark {

namespace {

constexpr std::string_view kChannel = "rasa";
constexpr std::string_view kDefaultSender = "default";  // Rasa's own word for nobody
constexpr const char* kFrameId = "rasa";                // the channel has no ids of messages

ClientFrame to_frame(const RasaMessage& message, const std::string& token) {
  const std::string& text = message.text.bytes();
  if (text == "/session_start" || text == "/restart") return StartFrame{kFrameId, "", token};
  if (auto choice = choice_of_rasa_payload(text)) {
    return ChooseFrame{kFrameId, *std::move(choice), token};
  }
  return SayFrame{kFrameId, message.text, token};
}

}  // namespace

RasaAnswer RasaChannel::answer(std::string_view body, RasaForm form, Admission admission) const {
  const auto message = read_rasa_message(body);
  if (!message) {
    return {400, R"({"status":"failure","reason":"I need {\"sender\": ..., \"message\": ...}."})",
            std::nullopt};
  }
  Answer answer;
  const auto turn = [&](const std::string& kept) -> std::string {
    const bool forgets = message->text.bytes() == "/restart";
    Conversation conversation;
    const ClientFrame frame = to_frame(*message, forgets ? "" : kept);
    answer = conversations_.answer(conversation, frame, admission);
    const auto* reply = std::get_if<ReplyFrame>(&answer.frame);
    return reply == nullptr ? kept : reply->token;
  };
  const bool is_known = !message->sender.empty() && message->sender != kDefaultSender;
  try {
    if (is_known) {
      sessions_.take_turn(kChannel, message->sender, turn);
    } else {
      turn("");
    }
  } catch (const std::exception&) {  // the store could not be asked
    answer = {conversations_.our_fault(kFrameId), TokenUse::None, std::nullopt};
  }
  std::vector<Part> parts;
  if (auto* error = std::get_if<ErrorFrame>(&answer.frame)) {
    parts.emplace_back(TextPart{error->message, {}});
  } else {
    parts = std::get<ReplyFrame>(answer.frame).reply.parts;
  }
  const std::string_view recipient =
      message->sender.empty() ? kDefaultSender : std::string_view(message->sender);
  return {200, write_rasa_messages(recipient, parts, form), std::move(answer)};
}

}  // namespace waymark
