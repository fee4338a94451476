#pragma once
// Stage 7 of a turn: ids and slots become words. One renderer serves one reply; it notes which
// wording of a prompt it used, so that the next reply takes the next one. One thread.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/api/clock.h"
#include "engine/api/event.h"
#include "engine/api/part_spec.h"
#include "engine/api/reply.h"
#include "engine/render/opening.h"
#include "engine/render/prompt_table.h"
#include "engine/render/service_table.h"

namespace waymark {

// The prompts that the renderer itself needs.
struct HoursPrompts {
  PromptIndex always{};
  PromptIndex list{};  // when the time is not known
  PromptIndex open{};
  PromptIndex closed_today{};  // and opens later today
  PromptIndex closed_tomorrow{};
  PromptIndex closed_later{};
};

class Renderer {
 public:
  // `now` judges what is open; without it a contact shows its usual hours alone. `arguments` are
  // the slots in words. All references must outlive the renderer.
  Renderer(const PromptTable& prompts, const ServiceTable& services, HoursPrompts hours,
           std::optional<UtcSeconds> now, std::vector<VariantEntry> variants,
           std::vector<TemplateArgument> arguments);

  // Appends the part; a text with blank lines makes a bubble of each paragraph.
  void add(const PartSpec& part);
  void add_text(PromptIndex prompt);
  void add_choices(std::vector<Choice> choices);
  void add_contact(ContactPart contact) { push(std::move(contact)); }
  // One text of several lines, each the prompt with arguments of its own.
  void add_lines(PromptIndex prompt, const std::vector<std::vector<TemplateArgument>>& lines);
  [[nodiscard]] std::string label(PromptIndex prompt) const;
  // A prompt with arguments of its own.
  [[nodiscard]] std::string line(PromptIndex prompt,
                                 const std::vector<TemplateArgument>& arguments) const {
    return prompts_.at(prompt).variants.front().format(arguments);
  }

  // What was built, and the wordings that were used up.
  [[nodiscard]] Reply take_reply() { return std::move(reply_); }
  [[nodiscard]] std::vector<Event> take_events() { return std::move(events_); }

 private:
  [[nodiscard]] std::string words(PromptIndex prompt);
  [[nodiscard]] ContactPart contact(ServiceIndex index);
  [[nodiscard]] std::string hours_of(const Service& service) const;
  [[nodiscard]] std::string closed_until(LondonTime opens, const std::string& hours) const;
  void push(Part part);

  const PromptTable& prompts_;
  const ServiceTable& services_;
  HoursPrompts hours_;
  std::optional<UtcSeconds> now_;
  std::vector<VariantEntry> variants_;
  std::vector<TemplateArgument> arguments_;
  Reply reply_;
  std::vector<Event> events_;
};

}  // namespace waymark
