#include <array>
#include <string_view>
#include <utility>

#include "engine/compile/builders.h"

namespace waymark {
namespace {

template <typename Enum, std::size_t N>
std::optional<Enum> by_name(const std::array<std::pair<std::string_view, Enum>, N>& names,
                            std::string_view name) {
  for (const auto& [known, value] : names) {
    if (known == name) return value;
  }
  return std::nullopt;
}

constexpr std::array<std::pair<std::string_view, IntentClass>, 5> kClasses = {
    {{"question", IntentClass::Question},
     {"disclosure", IntentClass::Disclosure},
     {"answer", IntentClass::Answer},
     {"command", IntentClass::Command},
     {"smalltalk", IntentClass::Smalltalk}}};

constexpr std::array<std::pair<std::string_view, Command>, 5> kCommands = {
    {{"restart", Command::Restart},
     {"change", Command::Change},
     {"repeat", Command::Repeat},
     {"back", Command::Back},
     {"stop", Command::Stop}}};

Intent build_intent(const IntentDeclaration& declared, Resolver& resolver) {
  Findings& findings = resolver.findings;
  Intent intent;
  intent.id = IntentId{declared.id.text};
  intent.place = declared.id.place;
  if (const auto kind = by_name(kClasses, declared.kind.text)) {
    intent.kind = *kind;
  } else {
    findings.add("WM113", declared.kind.place,
                 "There is no class of intents \"" + declared.kind.text + "\".",
                 "Use question, disclosure, answer, command or smalltalk.");
  }
  intent.title = resolver.prompt(declared.title).value_or(PromptIndex{});
  intent.starts = resolver.flow(declared.starts);
  intent.acknowledge = resolver.prompt(declared.acknowledge);
  if (!declared.command.empty()) {
    intent.command = by_name(kCommands, declared.command.text);
    if (!intent.command) {
      findings.add("WM113", declared.command.place,
                   "There is no command \"" + declared.command.text + "\".",
                   "Use restart, repeat, back, change or stop.");
    }
  }
  if (intent.kind != IntentClass::Answer && declared.starts.empty() && declared.command.empty()) {
    findings.add("WM110", declared.id.place,
                 "The intent \"" + intent.id.value + "\" leads nowhere.",
                 "Give it \"starts\" or \"command\".");
  }
  for (const auto& [other, reason] : declared.overlaps) {
    if (reason.empty()) {
      findings.add("WM113", reason.place, "The overlap with \"" + other.text + "\" has no reason.",
                   "Say in a sentence why both claim the same words.");
    }
    if (const auto index = resolver.intents.find(other, findings)) {
      intent.overlaps.push_back({*index, other.place});
    }
  }
  if (declared.examples.size() < 3) {
    findings.add("WM405", declared.id.place,
                 "The intent \"" + intent.id.value + "\" has fewer than three examples.",
                 "Add some: they are its tests.");
  }
  return intent;
}

}  // namespace

std::optional<IntentClass> intent_class(std::string_view name) { return by_name(kClasses, name); }

std::vector<Intent> build_intents(const Declarations& declared, Resolver& resolver) {
  std::vector<Intent> intents(resolver.intents.size());
  for (const IntentDeclaration& declaration : declared.intents) {
    const auto index = resolver.intents.lookup(declaration.id.text);
    if (!index) continue;
    // Another locale may add patterns to an intent that the first one declared.
    if (!intents[*index].id.empty()) continue;
    intents[*index] = build_intent(declaration, resolver);
  }
  return intents;
}

}  // namespace waymark
