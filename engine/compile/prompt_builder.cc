#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

#include "engine/compile/builders.h"

namespace waymark {
namespace {

// A number of so many digits is nothing but a phone number; one of so few is known to everybody.
constexpr std::size_t kPhoneDigits = 6;
constexpr std::size_t kSpokenDigits = 3;

// What is said about an entry of a directory, and what it may show of it.
constexpr std::string_view kFoundLine = "engine.found.line";
constexpr std::array<std::string_view, 12> kFoundArguments = {
    "kind", "in_place", "place",    "distance", "miles",     "meeting",
    "fee",  "fee_low",  "fee_high", "low_cost", "registers", "note"};

// An ICU locale name from a language tag.
std::string icu_locale(std::string locale) {
  for (char& c : locale) {
    if (c == '-') c = '_';
  }
  return locale;
}

// What the engine fills in itself: when a service is open, and what was answered in a form.
bool is_of_engine(std::string_view prompt, std::string_view argument) {
  if (prompt == "engine.form.line") {
    return argument == "number" || argument == "question" || argument == "answer";
  }
  if (prompt == kFoundLine) {
    return std::ranges::find(kFoundArguments, argument) != kFoundArguments.end();
  }
  return prompt.starts_with("engine.hours.") &&
         (argument == "hours" || argument == "time" || argument == "day");
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string digits_of(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), is_digit);
  return digits;
}

// The runs of digits, over single blanks and hyphens between them: "116 123" is one.
std::vector<std::string> numbers_in(std::string_view text) {
  std::vector<std::string> numbers;
  bool is_joined = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_digit(text[i])) {
      if (!is_joined) numbers.emplace_back();
      numbers.back() += text[i];
      is_joined = true;
    } else if (is_joined) {
      const bool is_gap = text[i] == ' ' || text[i] == '-';
      is_joined = is_gap && i + 1 < text.size() && is_digit(text[i + 1]);
    }
  }
  return numbers;
}

// Longer than any year or price, or the number of a service; 999, 111 and 112 may be said.
bool is_phone_number(const std::string& digits, const Declarations& declared) {
  if (digits.size() >= kPhoneDigits) return true;
  if (digits.size() <= kSpokenDigits) return false;
  return std::ranges::any_of(declared.services, [&digits](const ServiceDeclaration& service) {
    return digits == digits_of(service.phone.text) || digits == digits_of(service.sms.text);
  });
}

void check_numbers(const PlacedText& words, const Declarations& declared, Findings& findings) {
  for (const std::string& number : numbers_in(words.text)) {
    if (!is_phone_number(number, declared)) continue;
    findings.add("WM213", words.place, "The phone number " + number + " stands in a prompt.",
                 "Name the service and show its contact, so that the number is checked.");
  }
}

Prompt build_prompt(const PromptDeclaration& declared, const Declarations& all,
                    Resolver& resolver) {
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
      if (!is_of_engine(prompt.id.value, name) && !resolver.slot_names.lookup(name)) {
        resolver.findings.add("WM211", variant.place,
                              "The prompt shows {" + name + "}, which is no slot.",
                              "Declare the slot in pack.json, or correct the name.");
      }
    }
    if (variant.text.empty()) {
      resolver.findings.add("WM113", variant.place,
                            "The prompt \"" + prompt.id.value + "\" is empty.", "Write it.");
    }
    check_numbers(variant, all, resolver.findings);
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
    prompts[*index] = build_prompt(prompt, declared, resolver);
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
  const std::array<std::pair<std::string_view, PromptIndex*>, 23> wanted = {
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
       {"engine.undone", &out.undone},
       {"engine.go_on", &out.go_on},
       {"engine.form.changed", &out.form_changed},
       {"engine.form.line", &out.form_line},
       {"engine.form.unanswered", &out.form_unanswered},
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
  // A pack that looks nothing up needs no words for it.
  if (resolver.prompts.lookup(kFoundLine)) {
    out.found_line = resolver.prompt({std::string(kFoundLine), where.place});
  }
  return out;
}

}  // namespace waymark
