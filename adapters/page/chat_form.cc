#include "adapters/page/chat_form.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "adapters/page/chat_page.h"
#include "adapters/page/form_field.h"
#include "adapters/protocol/utf8_text.h"
#include "engine/api/engine.h"

namespace waymark {

namespace {

constexpr std::size_t kIdLetters = 16;

// Browsers send the line breaks of a text box as CR LF.
std::string with_plain_breaks(std::string text) {
  std::erase(text, '\r');
  return text;
}

// A choice's words, as they stand in the answer that offered it.
std::string label_of(const std::string& choice, const ChatHistory& history) {
  if (history.entries.empty()) return {};
  for (const Part& part : history.entries.back().reply.parts) {
    const auto* choices = std::get_if<ChoicesPart>(&part);
    if (choices == nullptr) continue;
    const auto found = std::ranges::find(choices->choices, ChoiceId{choice}, &Choice::id);
    if (found != choices->choices.end()) return found->label;
  }
  return {};
}

// No two pages have the same: the end of a sealed token is as random as its nonce.
std::string next_id_of(const std::string& token) {
  return token.size() < kIdLetters ? "1" : token.substr(token.size() - kIdLetters);
}

}  // namespace

struct ChatForm::Fields {
  std::string token;
  std::string history;
  std::string id;
  std::string text;
  std::string choice;
  bool forgets = false;

  explicit Fields(std::string_view body)
      : token(form_field(body, "token").value_or("")),
        history(form_field(body, "history").value_or("")),
        id(form_field(body, "id").value_or("")),
        text(with_plain_breaks(form_field(body, "text").value_or(""))),
        choice(form_field(body, "choice").value_or("")),
        forgets(form_field(body, "do") == "forget") {
    if (count_characters(id) > kMaxFrameIdCharacters) id.clear();
  }

  [[nodiscard]] ClientFrame frame() const {
    if (choice.empty()) return SayFrame{id, TypedText(text), token};
    return ChooseFrame{id, ChoiceId{choice}, token};
  }
};

ChatForm::ChatForm(const ConversationService& conversations, const BundleHolder& packs)
    : conversations_(conversations), packs_(packs), seal_(conversations.seal()) {}

ChatTurn ChatForm::greet(Admission admission) const { return begin({}, admission); }

ChatTurn ChatForm::take(std::string_view body, Admission admission) const {
  const Fields fields(body);
  if (fields.forgets) return begin("This conversation was cleared.", admission);
  Conversation conversation;
  Answer answer = conversations_.answer(conversation, fields.frame(), admission);
  if (const auto* error = std::get_if<ErrorFrame>(&answer.frame)) {
    std::string html = unsent(fields, error->message);
    return {http_status_of(error->code), std::move(html), std::move(answer)};
  }
  const bool goes_on = answer.token == TokenUse::Opened;
  ChatHistory history = goes_on ? open_history(fields) : ChatHistory{};
  const auto& reply = std::get<ReplyFrame>(answer.frame);
  std::string said = fields.choice.empty() ? fields.text : label_of(fields.choice, history);
  history.entries.push_back({std::move(said), reply.reply});
  const bool is_fresh = !goes_on && !fields.token.empty();
  std::string notice = is_fresh ? "The conversation has started again, because the one before has "
                                  "ended."
                                : "";
  // Pressing a choice leaves what was being written where it is.
  std::string draft = fields.choice.empty() ? "" : fields.text;
  std::string html = page_of(std::move(history), reply.token, std::move(notice), std::move(draft));
  return {200, std::move(html), std::move(answer)};
}

std::string ChatForm::unsent(std::string_view body, std::string_view sentence) const {
  return unsent(Fields(body), sentence);
}

std::string ChatForm::refusal(std::string_view sentence) const {
  return write_refusal_page(sentence, last_resort_reply(*packs_.current()->bundle));
}

ChatHistory ChatForm::open_history(const Fields& fields) const {
  const auto record = seal_.open(fields.history, fields.token);
  if (!record) return {};
  return decode_history(*record).value_or(ChatHistory{});
}

std::string ChatForm::page_of(ChatHistory history, const std::string& token, std::string notice,
                              std::string draft) const {
  const LoadedPackPtr pack = packs_.current();
  std::string sealed = seal_.seal(encode_history(history), token);
  return write_chat_page({.language = pack->summary.locales.front(),
                          .help = last_resort_reply(*pack->bundle),
                          .history = std::move(history),
                          .notice = std::move(notice),
                          .draft = std::move(draft),
                          .token = token,
                          .sealed_history = std::move(sealed),
                          .next_id = next_id_of(token)});
}

std::string ChatForm::unsent(const Fields& fields, std::string_view sentence) const {
  return page_of(open_history(fields), fields.token, std::string(sentence), fields.text);
}

ChatTurn ChatForm::begin(std::string notice, Admission admission) const {
  Conversation conversation;
  Answer answer = conversations_.answer(conversation, StartFrame{}, admission);
  if (const auto* error = std::get_if<ErrorFrame>(&answer.frame)) {
    std::string html = refusal(error->message);
    return {http_status_of(error->code), std::move(html), std::move(answer)};
  }
  const auto& reply = std::get<ReplyFrame>(answer.frame);
  ChatHistory history;
  history.entries.push_back({{}, reply.reply});
  std::string html = page_of(std::move(history), reply.token, std::move(notice), {});
  return {200, std::move(html), std::move(answer)};
}

}  // namespace waymark
