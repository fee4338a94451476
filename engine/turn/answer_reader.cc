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
  const bool reads_numbers = ask->typed && ask->typed->reads != EntityType::Place;
  if (!reads_numbers && number >= 1 && number <= ask->choices.size())
    return ChoicePlace{*waiting, number - 1};
  for (std::size_t i = 0; i < ask->choices.size(); ++i) {
    const std::string& label = label_words(content, ask->choices[i].label);
    if (!label.empty() && label == words) return ChoicePlace{*waiting, i};
  }
  for (std::size_t i = 0; i < ask->choices.size(); ++i) {
    if (means_one_of(understanding, ask->choices[i].intents)) return ChoicePlace{*waiting, i};
  }
  return std::nullopt;
}

namespace {

// More words than these around a value are about something else.
constexpr std::size_t kWordsAround = 2;
// Where somebody lives is told in a sentence: "i live in cardiff", "my postcode is CH5".
constexpr std::size_t kWordsAroundPlace = 4;

// A place may be told by its postcode, of which the outward part is all that there is.
bool is_read(const Entity& entity, const TypedAnswer& typed) {
  return entity.type == typed.reads ||
         (typed.reads == EntityType::Place && entity.type == EntityType::Postcode);
}

std::optional<SlotValue> value_of(const Entity& entity, const SlotDefinition& slot,
                                  const PlaceTable& places) {
  if (slot.type == SlotType::Choice) return SlotValue(stable_id(entity.value));
  if (slot.type == SlotType::Place) {
    const auto code = outward_code_number(entity.value);
    const SlotValue value = code ? SlotValue(*code) : SlotValue(stable_id(entity.value));
    if (places.find(value) == nullptr) return std::nullopt;
    return value;
  }
  std::int32_t number = 0;
  const char* end = entity.value.data() + entity.value.size();
  const auto [stop, error] = std::from_chars(entity.value.data(), end, number);
  if (error != std::errc() || stop != end) return std::nullopt;
  return SlotValue(number);
}

}  // namespace

std::optional<SlotEntry> read_value(const Bundle& bundle, const Session& session,
                                    const Understanding& understanding) {
  const auto waiting = bundle.graph.find(session.waiting);
  const auto* ask = waiting ? std::get_if<AskNode>(&bundle.graph.node(*waiting).body) : nullptr;
  if (ask == nullptr || !ask->typed) return std::nullopt;
  const Entity* found = nullptr;
  for (const Entity& entity : understanding.entities) {
    if (!is_read(entity, *ask->typed)) continue;
    // "Leeds LS6": the postcode says it more exactly.
    if (found != nullptr && found->type != entity.type) {
      if (entity.type == EntityType::Postcode) found = &entity;
      continue;
    }
    if (found != nullptr && found->value != entity.value) return std::nullopt;
    found = &entity;
  }
  if (found == nullptr) return std::nullopt;
  const std::optional<Meaning>& best = understanding.meaning;
  const auto words = static_cast<std::size_t>(
      std::ranges::count_if(understanding.utterance.tokens,
                            [](const Token& token) { return token.kind != TokenKind::Boundary; }));
  const std::size_t own = found->tokens.last - found->tokens.first;
  const SlotDefinition& slot = bundle.slots[ask->typed->slot];
  const std::size_t around = slot.type == SlotType::Place ? kWordsAroundPlace : kWordsAround;
  if (best && bundle.intents[best->intent].starts && words > own + around) return std::nullopt;
  const auto value = value_of(*found, slot, bundle.places);
  if (!value || !allows(slot, *value)) return std::nullopt;
  return SlotEntry{stable_id(slot.id), *value};
}

std::vector<SlotEntry> with_told(const Bundle& bundle, const SlotEntry& entry) {
  std::vector<SlotEntry> entries = {entry};
  for (const SlotDefinition& slot : bundle.slots) {
    if (slot.tells == 0 || stable_id(slot.id) != entry.slot) continue;
    const Place* place = bundle.places.find(entry.value);
    if (place == nullptr || place->nations.size() != 1) continue;
    entries.push_back({slot.tells, SlotValue(stable_id(place->nations.front()))});
  }
  return entries;
}

std::optional<ChoicePlace> read_go_on(const Bundle& bundle, const Session& session,
                                      const Understanding& understanding) {
  const auto waiting = bundle.graph.find(session.waiting);
  const auto* ask = waiting ? std::get_if<AskNode>(&bundle.graph.node(*waiting).body) : nullptr;
  if (ask == nullptr) return std::nullopt;
  const std::string& label = label_words(bundle.locale(session.locale), bundle.prompts.go_on);
  if (label.empty() || label != typed_words(understanding.utterance)) return std::nullopt;
  for (std::size_t i = 0; i < ask->choices.size(); ++i) {
    const ChoiceOption& option = ask->choices[i];
    const bool is_held = std::ranges::all_of(option.set, [&](const SlotEntry& entry) {
      return find_slot(session.slots, entry.slot) == entry.value;
    });
    if (option.risk && is_held) return ChoicePlace{*waiting, i};
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
