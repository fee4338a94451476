#pragma once
// The compiled pack: everything a turn needs, built once by the content compiler, then const and
// shared between threads.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/api/content.h"
#include "engine/api/reply.h"
#include "engine/dialog/dialog_graph.h"
#include "engine/dialog/place_table.h"
#include "engine/match/entity_extractor.h"
#include "engine/match/intent_ranker.h"
#include "engine/match/matcher.h"
#include "engine/match/suggester.h"
#include "engine/render/renderer.h"
#include "engine/safety/crisis_plan.h"
#include "engine/safety/risk_rules.h"
#include "engine/text/language.h"

namespace waymark {

// What steers the talk instead of starting a flow.
enum class Command : std::uint8_t { Restart, Repeat, Back, Change, Stop };

// Another intent that may claim the same words, as the author means it.
struct DeclaredOverlap {
  IntentIndex other = 0;
  SourcePlace place;
};

struct Intent {
  IntentId id;
  IntentClass kind = IntentClass::Question;
  PromptIndex title{};
  std::optional<FlowIndex> starts;
  std::optional<Command> command;
  std::optional<PromptIndex> acknowledge;
  std::vector<DeclaredOverlap> overlaps;
  SourcePlace place = {};
};

// What depends on the language.
struct LocaleContent {
  std::string locale;
  Language language;
  EntityExtractor entities;
  Matcher matcher;
  IntentRanker ranker;
  Suggester suggester;
  RiskRules risk;
  PromptTable prompts;
  std::unordered_map<std::uint32_t, std::string> label_words;  // of choice labels, normalised
  Reply last_resort;                                           // rendered when compiled
};

// The prompts that the engine says by itself.
struct EnginePrompts {
  PromptIndex resume{};
  PromptIndex clarify{};
  PromptIndex clarify_none{};
  PromptIndex or_else{};
  PromptIndex anything_else{};
  PromptIndex not_understood{};
  PromptIndex fallback_again{};
  PromptIndex help_stays{};
  PromptIndex forgotten{};
  PromptIndex nothing_to_repeat{};
  PromptIndex stopped{};
  PromptIndex back_nothing{};
  PromptIndex undone{};
  PromptIndex go_on{};  // label: on with what was left for crisis help
  PromptIndex form_changed{};
  PromptIndex form_line{};                     // one answer of a summary
  PromptIndex form_unanswered{};               // label of no answer
  std::optional<PromptIndex> found_line = {};  // about an entry of a directory
  HoursPrompts hours;
};

// A way out that must be near from anywhere: what for ("person"), and the intent that is it.
struct Door {
  std::string name;
  IntentIndex intent = 0;
};

struct Bundle {
  BundleSummary summary;
  std::vector<std::shared_ptr<const LocaleContent>> locales;  // the first is the default
  std::vector<Intent> intents;
  std::vector<SlotDefinition> slots;
  PlaceTable places;
  DialogGraph graph;
  FlowIndex start{};
  FlowIndex fallback{};
  std::vector<IntentIndex> menu;
  std::vector<Door> doors;
  CrisisPlans crisis;
  ServiceTable services;
  EnginePrompts prompts;

  // The content of a session's locale, or the default.
  [[nodiscard]] const LocaleContent& locale(StableId id) const;
  [[nodiscard]] std::optional<IntentIndex> find_intent(StableId id) const;
  [[nodiscard]] std::optional<IntentIndex> door(std::string_view name) const;
  [[nodiscard]] bool is_door(IntentIndex intent) const;
};

}  // namespace waymark
