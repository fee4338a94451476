#pragma once
// A pack as its files declare it: names still unresolved, every one with its place. What the
// readers fill and the builders use. Values; used by the content compiler only.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/compile/source_checker.h"
#include "engine/dialog/node.h"

namespace waymark {

struct PackDeclaration {
  PlacedText id, version, title, extends, start, fallback;
  std::vector<PlacedText> locales;
  std::vector<PlacedText> menu;
  std::vector<std::pair<PlacedText, PlacedText>> doors;  // what for, and the intent
  std::optional<std::chrono::days> facts_last;
  double min_coverage = 0;
  SourcePlace place;
};

struct SlotDeclaration {
  PlacedText id, type, tells;
  std::vector<PlacedText> values;
  std::optional<double> min, max;
  std::vector<PlacedText> sum_of;
  std::vector<std::pair<PlacedText, double>> bands;
};

// A town or a postcode area, and where it is.
struct PlaceDeclaration {
  PlacedText name;
  std::vector<double> at;  // latitude and longitude
  std::vector<PlacedText> nations;
  bool is_wide = false;
};

struct SetDeclaration {
  std::string locale;
  PlacedText name;
  std::vector<PlacedText> entries;
};

// A class of words with nearly the same meaning.
struct ClassDeclaration {
  std::string locale;
  PlacedText name;
  std::vector<PlacedText> words;
};

// A text of a file of cues: its first and last byte among the file's texts, and where it stands.
struct CueText {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

// A cue and what it says: "help.cost 212 none -30", in hundredths.
struct CueEntry {
  CueText cue, weights;
};

// The cues of a file. There are tens of thousands, so their texts are kept together.
struct CueFileDeclaration {
  std::string locale;
  std::string about;  // "intents" or "risk"
  std::string path;
  PlacedText bias;
  std::string texts;
  std::vector<CueEntry> cues;

  [[nodiscard]] std::string_view text(const CueText& text) const {
    return std::string_view(texts).substr(text.first, text.last - text.first);
  }
  [[nodiscard]] SourcePlace place(const CueText& text) const {
    return {path, text.line, text.column};
  }
};

struct RewriteDeclaration {
  std::string locale;
  PlacedText word, replacement;
  bool exact = false;
  bool is_misspelling = false;
};

struct EntityDeclaration {
  std::string locale;
  PlacedText type, value;
  std::vector<PlacedText> entries;
};

struct IntentDeclaration {
  std::string locale;
  PlacedText id, kind, title, starts, command, acknowledge;
  std::vector<PlacedText> patterns, unless, examples;
  std::vector<std::pair<PlacedText, PlacedText>> overlaps;  // another intent, and why
};

struct RiskDeclaration {
  std::string locale;
  PlacedText id, category, tier, scope;
  std::vector<PlacedText> patterns, unless, fires, silent;
};

struct PartDeclaration {
  PlacedText text, contact, link, label;  // one of the first three, or a card
  bool is_card = false;
  PlacedText card_title, card_text;
  PlacedText nation;  // in crisis plans
  SourcePlace place;
};

// The question of the crisis plans.
struct PlanQuestionDeclaration {
  PlacedText text, yes, not_sure, no, heard;
};

struct PlanDeclaration {
  PlacedText category, tier;
  bool asks = false;
  std::vector<PartDeclaration> parts;
  std::vector<PlacedText> choices;
  SourcePlace place;
};

struct HoursDeclaration {
  PlacedText days, from, to;
};

struct ServiceDeclaration {
  PlacedText id, name, audience, phone, sms, sms_text, url, cost, note, source, last_verified;
  std::vector<PlacedText> nations;
  bool always_open = false;
  bool has_hours = false;
  std::vector<HoursDeclaration> hours;
  SourcePlace place;
};

// A slot's value as written.
struct AssignmentDeclaration {
  PlacedText slot;
  std::variant<std::monostate, PlacedText, double, bool> value;
  SourcePlace place;
};

struct ConditionDeclaration {
  enum class Kind : std::uint8_t { Known, Is, AtLeast, AtMost, All, Any, Not, InBand };
  Kind kind = Kind::Known;
  AssignmentDeclaration operand;  // slot and value
  std::vector<ConditionDeclaration> children;
  bool known = true;  // "known": false means not known
};

struct ChoiceDeclaration {
  PlacedText id, label, next;
  std::vector<AssignmentDeclaration> set;
  std::vector<PlacedText> intents;
  PlacedText risk_category, risk_tier;
};

// A question of a form: its name in the summary, its slot, and the question that asks it.
struct FormQuestionDeclaration {
  PlacedText id, name, slot, ask;
};

struct NodeDeclaration {
  PlacedText id, kind, next, otherwise, when_left, flow;
  std::vector<PlacedText> reasks;
  std::vector<PartDeclaration> parts;
  std::vector<ChoiceDeclaration> choices;
  std::vector<std::pair<ConditionDeclaration, PlacedText>> cases;
  std::vector<AssignmentDeclaration> set;  // of a set; of a call its arguments
  // Of an ask.
  PlacedText slot, reads, anything, bridge;
  std::vector<PlacedText> may_interrupt;
  bool limits_interrupts = false;
  std::optional<ConditionDeclaration> still_if;
  // Of a form and of the nodes that a form is made of.
  std::vector<FormQuestionDeclaration> questions;
  PlacedText form;
  FormPlace::Part form_part = FormPlace::Part::Question;
  std::size_t form_question = 0;
  // Of a look_up, a handoff and an event.
  PlacedText name, found, none;
  std::vector<PlacedText> by;
  std::optional<double> most, within;
  bool shows = true;
};

struct FlowDeclaration {
  PlacedText id, start;
  std::vector<NodeDeclaration> nodes;
};

struct PromptDeclaration {
  std::string locale;
  PlacedText id;
  std::vector<PlacedText> variants;
};

// What shows that a control of a hazard works; both are empty where it is a test.
struct ControlDeclaration {
  PlacedText code, rule;
};

struct HazardDeclaration {
  PlacedText id;
  std::vector<ControlDeclaration> controls;
};

struct Declarations {
  std::vector<PackDeclaration> packs;  // base first
  std::vector<SlotDeclaration> slots;
  std::vector<PlaceDeclaration> places;
  std::vector<SetDeclaration> sets;
  std::vector<ClassDeclaration> classes;
  std::vector<CueFileDeclaration> cue_files;
  std::vector<RewriteDeclaration> rewrites;
  std::vector<EntityDeclaration> entities;
  std::vector<IntentDeclaration> intents;
  std::vector<RiskDeclaration> risks;
  std::vector<PlanDeclaration> plans;
  std::optional<PlanQuestionDeclaration> plan_question;
  std::vector<PartDeclaration> last_resort;
  std::vector<ServiceDeclaration> services;
  std::vector<FlowDeclaration> flows;
  std::vector<PromptDeclaration> prompts;
  std::vector<HazardDeclaration> hazards;
  std::string known_words;  // a word a line
};

}  // namespace waymark
