#include "engine/verify/dialog_words.h"

#include <algorithm>

#include "engine/verify/each_kind.h"

namespace waymark {
namespace {

const SlotDefinition* find_definition(const Bundle& bundle, StableId slot) {
  const auto found = std::ranges::find(bundle.slots, slot, [](const SlotDefinition& definition) {
    return stable_id(definition.id);
  });
  return found == bundle.slots.end() ? nullptr : &*found;
}

std::string slot_name(const Bundle& bundle, StableId slot) {
  const SlotDefinition* definition = find_definition(bundle, slot);
  return definition == nullptr ? "?" : definition->id;
}

std::string slot_value(const Bundle& bundle, StableId slot, const SlotValue& value) {
  const SlotDefinition* definition = find_definition(bundle, slot);
  return definition == nullptr ? "?" : value_text(*definition, value);
}

std::string joined(const Bundle& bundle, const Condition& condition, std::string_view word) {
  std::string text;
  for (const Condition& child : condition.children) {
    if (!text.empty()) text += word;
    const bool is_group = child.kind == Condition::Kind::All || child.kind == Condition::Kind::Any;
    const std::string inner = condition_words(bundle, child);
    text += is_group ? '(' + inner + ')' : inner;
  }
  return text;
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80; }

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }

const PromptId& prompt_id(const Bundle& bundle, PromptIndex prompt) {
  return bundle.locales.front()->prompts.at(prompt).id;
}

}  // namespace

std::string first_words(std::string_view text, std::size_t most_characters) {
  std::string out;
  std::size_t characters = 0;
  std::size_t last_blank = 0;
  for (const char byte : text) {
    const char shown = byte == '\n' || byte == '\t' || byte == '\r' ? ' ' : byte;
    if (shown == ' ' && (out.empty() || out.back() == ' ')) continue;
    if (!is_continuation(byte) && ++characters > most_characters) {
      if (last_blank > 0 && shown != ' ') out.resize(last_blank);
      while (!out.empty() && out.back() == ' ') out.pop_back();
      return out + "\u2026";
    }
    if (shown == ' ') last_blank = out.size();
    out += shown;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string prompt_words(const Bundle& bundle, PromptIndex prompt) {
  return bundle.locales.front()->prompts.label(prompt);
}

std::string part_words(const Bundle& bundle, const PartSpec& part) {
  const auto service = [&](ServiceIndex index) {
    return quoted(bundle.services.at(index).id.value);
  };
  const auto prompt = [&](PromptIndex index) { return quoted(prompt_id(bundle, index).value); };
  return std::visit(
      EachKind{
          [&](const TextSpec& text) { return "the words " + prompt(text.prompt); },
          [&](const ContactSpec& contact) { return "the contact " + service(contact.service); },
          [&](const LinkSpec& link) {
            return "the link to " + service(link.service) + " with the words " + prompt(link.label);
          },
          [&](const CardSpec& card) {
            std::string text = "the card " + prompt(card.title) + ", " + prompt(card.text);
            if (card.has_link) text += ", with a link to " + service(card.service);
            return text;
          }},
      part);
}

std::string shown_words(const Bundle& bundle, const PartSpec& part) {
  return std::visit(
      EachKind{[&](const TextSpec& text) { return prompt_words(bundle, text.prompt); },
               [&](const ContactSpec& contact) { return bundle.services.at(contact.service).name; },
               [&](const LinkSpec& link) { return prompt_words(bundle, link.label); },
               [&](const CardSpec& card) { return prompt_words(bundle, card.title); }},
      part);
}

std::string condition_words(const Bundle& bundle, const Condition& condition) {
  const auto name = [&] { return slot_name(bundle, condition.slot); };
  const auto value = [&] { return slot_value(bundle, condition.slot, condition.value); };
  switch (condition.kind) {
    case Condition::Kind::Known: return name() + " is known";
    case Condition::Kind::Is: return name() + " is " + value();
    case Condition::Kind::AtLeast: return name() + " is at least " + value();
    case Condition::Kind::AtMost: return name() + " is at most " + value();
    case Condition::Kind::All: return joined(bundle, condition, " and ");
    case Condition::Kind::Any: return joined(bundle, condition, " or ");
    case Condition::Kind::Not: return "not (" + joined(bundle, condition, "") + ')';
  }
  return {};
}

std::string set_words(const Bundle& bundle, const std::vector<SlotEntry>& set) {
  std::string text;
  for (const SlotEntry& entry : set) {
    if (!text.empty()) text += ", ";
    text += slot_name(bundle, entry.slot) + " = " + slot_value(bundle, entry.slot, entry.value);
  }
  return text;
}

}  // namespace waymark
