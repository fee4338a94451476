#include <array>
#include <string_view>
#include <utility>

#include "engine/compile/builders.h"

namespace waymark {
namespace {

// An ICU locale name from a language tag.
std::string icu_locale(std::string locale) {
  for (char& c : locale) {
    if (c == '-') c = '_';
  }
  return locale;
}

// What the engine fills in itself, where it tells when a service is open.
bool is_of_hours(std::string_view prompt, std::string_view argument) {
  return prompt.starts_with("engine.hours.") &&
         (argument == "hours" || argument == "time" || argument == "day");
}

Prompt build_prompt(const PromptDeclaration& declared, Resolver& resolver) {
  Prompt prompt;
  prompt.id = PromptId{declared.id.text};
  for (const PlacedText& variant : declared.variants) {
    auto parsed = MessageTemplate::parse(icu_locale(declared.locale), variant.text);
    if (!parsed) {
      resolver.findings.add("WM212", variant.place,
                            "In \"" + prompt.id.value + "\" " + parsed.error() + ".",
                            "Balance its braces and quotes.");
      continue;
    }
    for (const std::string& name : parsed->argument_names()) {
      if (!is_of_hours(prompt.id.value, name) && !resolver.slot_names.lookup(name)) {
        resolver.findings.add("WM211", variant.place,
                              "The prompt shows {" + name + "}, which is no slot.",
                              "Declare the slot in pack.json, or correct the name.");
      }
    }
    if (variant.text.empty()) {
      resolver.findings.add("WM113", variant.place,
                            "The prompt \"" + prompt.id.value + "\" is empty.", "Write it.");
    }
    prompt.variants.push_back(*std::move(parsed));
  }
  return prompt;
}

}  // namespace

PromptTable build_prompts(const Declarations& declared, const std::string& locale,
                          Resolver& resolver) {
  std::vector<Prompt> prompts(resolver.prompts.size());
  for (const PromptDeclaration& prompt : declared.prompts) {
    const auto index = resolver.prompts.lookup(prompt.id.text);
    if (!index || prompt.locale != locale) continue;
    if (!prompts[*index].id.empty()) {
      resolver.findings.add("WM207", prompt.id.place,
                            "There is a prompt \"" + prompt.id.text + "\" in this locale already.",
                            "Delete one of them.");
      continue;
    }
    prompts[*index] = build_prompt(prompt, resolver);
  }
  for (std::uint32_t i = 0; i < prompts.size(); ++i) {
    if (!prompts[i].variants.empty()) continue;
    const std::string& name = resolver.prompts.name(i);
    for (const PromptDeclaration& prompt : declared.prompts) {
      if (prompt.id.text != name || prompt.locale == locale) continue;
      resolver.findings.add("WM210", prompt.id.place,
                            "The prompt \"" + name + "\" has no words in " + locale + ".",
                            "Add it to prompts/" + locale + "/.");
      break;
    }
    prompts[i].id = PromptId{name};
    prompts[i].variants.push_back(*MessageTemplate::parse("en", "..."));
  }
  return PromptTable(std::move(prompts));
}

EnginePrompts build_engine_prompts(const PlacedText& where, Resolver& resolver) {
  EnginePrompts out;
  const std::array<std::pair<std::string_view, PromptIndex*>, 18> wanted = {
      {{"engine.resume", &out.resume},
       {"engine.clarify", &out.clarify},
       {"engine.clarify.none", &out.clarify_none},
       {"engine.or_else", &out.or_else},
       {"engine.anything_else", &out.anything_else},
       {"engine.not_understood", &out.not_understood},
       {"engine.fallback.again", &out.fallback_again},
       {"engine.help_stays", &out.help_stays},
       {"engine.forgotten", &out.forgotten},
       {"engine.nothing_to_repeat", &out.nothing_to_repeat},
       {"engine.stopped", &out.stopped},
       {"engine.back.nothing", &out.back_nothing},
       {"engine.hours.always", &out.hours.always},
       {"engine.hours.list", &out.hours.list},
       {"engine.hours.open", &out.hours.open},
       {"engine.hours.closed.today", &out.hours.closed_today},
       {"engine.hours.closed.tomorrow", &out.hours.closed_tomorrow},
       {"engine.hours.closed.later", &out.hours.closed_later}}};
  for (const auto& [name, index] : wanted) {
    const auto found = resolver.prompt({std::string(name), where.place});
    if (found) *index = *found;
  }
  return out;
}

}  // namespace waymark
