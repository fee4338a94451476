#include "engine/turn/answer_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>

namespace waymark {
namespace {

std::string typed_words(const Utterance& utterance) {
  std::string words;
  for (const Token& token : utterance.tokens) {
    if (token.kind == TokenKind::Boundary) continue;
    if (!words.empty()) words += ' ';
    words += token.text;
  }
  return words;
}

// The number that the message is: "2", "option 2", "the second one"; 0 when it is no such thing.
std::size_t typed_number(const Understanding& understanding) {
  static constexpr std::array<std::string_view, 6> kAround = {"option", "number", "choice",
                                                              "the",    "one",    "please"};
  const Entity* found = nullptr;
  for (const Entity& entity : understanding.entities) {
    if (entity.type == EntityType::Number && found == nullptr) found = &entity;
  }
  if (found == nullptr) return 0;
  for (std::uint32_t i = 0; i < understanding.utterance.tokens.size(); ++i) {
    const Token& token = understanding.utterance.tokens[i];
    if (i >= found->tokens.first && i < found->tokens.last) continue;
    if (token.kind == TokenKind::Boundary) continue;
    if (std::ranges::find(kAround, token.text) == kAround.end()) return 0;
  }
  std::size_t number = 0;
  const std::string& value = found->value;
  const auto [stop, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() && stop == value.data() + value.size() && number <= 99 ? number : 0;
}

const std::string& label_words(const LocaleContent& content, PromptIndex label) {
  static const std::string kNone;
  const auto found = content.label_words.find(static_cast<std::uint32_t>(label));
  return found == content.label_words.end() ? kNone : found->second;
}

bool means_one_of(const Understanding& understanding, const std::vector<std::uint32_t>& intents) {
  const std::optional<Meaning>& best = understanding.meaning;
  return best && std::ranges::find(intents, best->intent) != intents.end();
}

}  // namespace

std::optional<ChoicePlace> read_answer(const Bundle& bundle, const Session& session,
                                       const Understanding& understanding) {
  const auto waiting = bundle.graph.find(session.waiting);
  if (!waiting) return std::nullopt;
  const auto* ask = std::get_if<AskNode>(&bundle.graph.node(*waiting).body);
  if (ask == nullptr) return std::nullopt;
  const LocaleContent& content = bundle.locale(session.locale);
  const std::string words = typed_words(understanding.utterance);
  const std::size_t number = typed_number(understanding);
  if (number >= 1 && number <= ask->choices.size()) return ChoicePlace{*waiting, number - 1};
  for (std::size_t i = 0; i < ask->choices.size(); ++i) {
    const std::string& label = label_words(content, ask->choices[i].label);
    if (!label.empty() && label == words) return ChoicePlace{*waiting, i};
  }
  for (std::size_t i = 0; i < ask->choices.size(); ++i) {
    if (means_one_of(understanding, ask->choices[i].intents)) return ChoicePlace{*waiting, i};
  }
  return std::nullopt;
}

std::optional<IntentIndex> read_offer(const Bundle& bundle, const Session& session,
                                      const Understanding& understanding) {
  const LocaleContent& content = bundle.locale(session.locale);
  const std::string words = typed_words(understanding.utterance);
  const std::size_t number = typed_number(understanding);
  if (number >= 1 && number <= session.offered.size()) {
    return bundle.find_intent(session.offered[number - 1]);
  }
  for (const StableId id : session.offered) {
    const auto intent = bundle.find_intent(id);
    if (intent && label_words(content, bundle.intents[*intent].title) == words) return intent;
  }
  const std::optional<Meaning>& best = understanding.meaning;
  if (session.offered.size() == 1 && best && bundle.intents[best->intent].id.value == "chat.yes") {
    return bundle.find_intent(session.offered.front());
  }
  return std::nullopt;
}

bool picks_none(const Bundle& bundle, const Session& session, const Understanding& understanding) {
  const LocaleContent& content = bundle.locale(session.locale);
  return label_words(content, bundle.prompts.clarify_none) == typed_words(understanding.utterance);
}

}  // namespace waymark
