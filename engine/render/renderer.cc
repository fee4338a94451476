#include "engine/render/renderer.h"

#include <algorithm>

#include "engine/api/limits.h"

namespace waymark {

Renderer::Renderer(const PromptTable& prompts, const ServiceTable& services, HoursPrompts hours,
                   std::optional<UtcSeconds> now, std::vector<VariantEntry> variants,
                   std::vector<TemplateArgument> arguments)
    : prompts_(prompts),
      services_(services),
      hours_(hours),
      now_(now),
      variants_(std::move(variants)),
      arguments_(std::move(arguments)) {}

std::string Renderer::words(PromptIndex index) {
  const Prompt& prompt = prompts_.at(index);
  if (prompt.variants.size() == 1) return prompt.variants.front().format(arguments_);
  const StableId id = stable_id(prompt.id);
  auto entry = std::ranges::find(variants_, id, &VariantEntry::prompt);
  const std::size_t use = entry == variants_.end() ? 0 : entry->next % prompt.variants.size();
  const auto next = static_cast<std::uint8_t>((use + 1) % prompt.variants.size());
  if (entry == variants_.end()) {
    variants_.push_back({id, next});
  } else {
    entry->next = next;
  }
  events_.emplace_back(VariantUsed{id, next});
  return prompt.variants[use].format(arguments_);
}

std::string Renderer::label(PromptIndex prompt) const {
  return prompts_.at(prompt).variants.front().format(arguments_);
}

void Renderer::push(Part part) {
  if (reply_.parts.size() < kMaxReplyParts) reply_.parts.push_back(std::move(part));
}

void Renderer::add_text(PromptIndex prompt) {
  const std::string text = words(prompt);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find("\n\n", at);
    if (end == std::string::npos) end = text.size();
    if (end > at) push(TextPart{text.substr(at, end - at), prompts_.at(prompt).id});
    at = end + 2;
  }
}

void Renderer::add_choices(std::vector<Choice> choices) {
  if (!choices.empty()) push(ChoicesPart{std::move(choices)});
}

void Renderer::add_lines(PromptIndex prompt,
                         const std::vector<std::vector<TemplateArgument>>& lines) {
  std::string text;
  for (const std::vector<TemplateArgument>& line : lines) {
    text += (text.empty() ? "" : "\n") + prompts_.at(prompt).variants.front().format(line);
  }
  push(TextPart{std::move(text), prompts_.at(prompt).id});
}

// Midnight belongs to the day that it ends: "today at midnight" is the next one.
std::string Renderer::closed_until(LondonTime opens, const std::string& hours) const {
  using std::chrono::days;
  const auto midnight = std::chrono::floor<days>(opens);
  const auto day = opens == midnight ? midnight - days(1) : midnight;
  const auto away = (day - std::chrono::floor<days>(london_time(*now_))).count();
  const PromptIndex prompt = away <= 0   ? hours_.closed_today
                             : away == 1 ? hours_.closed_tomorrow
                                         : hours_.closed_later;
  const auto minutes = std::chrono::floor<std::chrono::minutes>(opens - midnight);
  return prompts_.at(prompt).variants.front().format(
      {{"day", std::string(day_text(std::chrono::weekday(day)))},
       {"hours", hours},
       {"time", time_text(minutes)}});
}

std::string Renderer::hours_of(const Service& service) const {
  if (service.always_open) return label(hours_.always);
  if (service.hours.empty()) return {};
  const std::string hours = hours_text(service.hours);
  const Opening opening = now_ ? opening_of(service, *now_) : Opening{};
  if (opening.opens) return closed_until(*opening.opens, hours);
  const PromptIndex prompt = opening.state == OpenState::Open ? hours_.open : hours_.list;
  return prompts_.at(prompt).variants.front().format({{"hours", hours}});
}

ContactPart Renderer::contact(ServiceIndex index) {
  const Service& service = services_.at(index);
  ContactPart part{
      service.id, service.name, service.phone, service.sms, service.sms_text, service.url, {}, {}};
  part.hours = hours_of(service);
  if (service.note) part.note = words(*service.note);
  return part;
}

void Renderer::add(const PartSpec& part) {
  if (const auto* text = std::get_if<TextSpec>(&part)) {
    add_text(text->prompt);
  } else if (const auto* spec = std::get_if<ContactSpec>(&part)) {
    push(contact(spec->service));
  } else if (const auto* link = std::get_if<LinkSpec>(&part)) {
    const Service& service = services_.at(link->service);
    push(LinkPart{service.id, label(link->label), service.url});
  } else if (const auto* card = std::get_if<CardSpec>(&part)) {
    CardPart shown{label(card->title), words(card->text), {}, {}};
    if (card->has_link) {
      shown.url = services_.at(card->service).url;
      shown.label = label(card->label);
    }
    push(std::move(shown));
  }
}

}  // namespace waymark
