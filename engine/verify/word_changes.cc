// What visitors read: the words of prompts, and the facts of services.

#include "engine/verify/change_list.h"

namespace waymark {
namespace {

// The wordings of a prompt as one text; several that take turns are numbered.
std::string words_of(const PromptDeclaration& prompt) {
  if (prompt.variants.size() == 1) return prompt.variants.front().text;
  std::string out;
  for (std::size_t i = 0; i < prompt.variants.size(); ++i) {
    if (i > 0) out += '\n';
    out += '(' + std::to_string(i + 1) + ") " + prompt.variants[i].text;
  }
  return out;
}

std::string hours_of(const ServiceDeclaration& service) {
  if (service.always_open) return "day and night, every day";
  std::vector<std::string> times;
  for (const HoursDeclaration& hours : service.hours) {
    times.push_back(hours.days.text + " from " + hours.from.text + " to " + hours.to.text);
  }
  return listed(times);
}

// What a visitor or a reviewer knows of a service. The name of the service stands between the two
// halves of what the fact is called.
struct Fact {
  const char* begin;
  const char* end;
  std::string value;
};

std::vector<Fact> facts_of(const ServiceDeclaration& service) {
  return {{"The name of ", "", service.name.text},
          {"The phone number of ", "", service.phone.text},
          {"The number to text ", "", service.sms.text},
          {"The word to text to ", "", service.sms_text.text},
          {"The web address of ", "", service.url.text},
          {"When ", " is open", hours_of(service)},
          {"What it costs to use ", "", service.cost.text},
          {"Whom ", " serves", service.audience.text},
          {"Where ", " serves", listed(texts_of(service.nations))},
          {"The note on ", "", service.note.text},
          {"The source of what we know of ", "", service.source.text},
          {"The day on which ", " was last checked", service.last_verified.text}};
}

}  // namespace

void tell_wordings(const Declarations& before, const Declarations& after, ChangeList& out) {
  const std::vector<std::string> old_locales = texts_of(before.packs.back().locales);
  const std::vector<std::string> new_locales = texts_of(after.packs.back().locales);
  // The words of a language that came or went are told as one.
  const auto is_in_both = [&](const std::string& locale) {
    return std::ranges::count(old_locales, locale) > 0 &&
           std::ranges::count(new_locales, locale) > 0;
  };
  const auto name_of = [](const PromptDeclaration& prompt) {
    return prompt.id.text + ' ' + prompt.locale;
  };
  for_each_pair(by_name(before.prompts, name_of), by_name(after.prompts, name_of),
                [&](const std::string&, const PromptDeclaration* was, const PromptDeclaration* is) {
                  const PromptDeclaration& some = is == nullptr ? *was : *is;
                  if (!is_in_both(some.locale)) return;
                  out.turn_to(ChangeArea::Wordings, some.id.text);
                  out.compare("The wording " + in_quotes(some.id.text) + " (" + some.locale + ')',
                              was == nullptr ? "" : words_of(*was),
                              is == nullptr ? "" : words_of(*is));
                });
}

void tell_facts(const Declarations& before, const Declarations& after, ChangeList& out) {
  const auto name_of = [](const ServiceDeclaration& service) { return service.id.text; };
  for_each_pair(
      by_name(before.services, name_of), by_name(after.services, name_of),
      [&](const std::string& id, const ServiceDeclaration* was, const ServiceDeclaration* is) {
        out.turn_to(ChangeArea::Facts, id);
        const std::string& name = is == nullptr ? was->name.text : is->name.text;
        if (was == nullptr) out.add("The service " + in_quotes(name) + " is new.");
        if (is == nullptr) return out.add("The service " + in_quotes(name) + " is gone.");
        const std::vector<Fact> old_facts = facts_of(was == nullptr ? ServiceDeclaration() : *was);
        const std::vector<Fact> new_facts = facts_of(*is);
        for (std::size_t i = 0; i < old_facts.size(); ++i) {
          out.compare(old_facts[i].begin + name + old_facts[i].end, old_facts[i].value,
                      new_facts[i].value);
        }
      });
}

}  // namespace waymark
