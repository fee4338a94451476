#pragma once
// The steps from declarations to a bundle, in the order in which the compiler takes them. Each
// reports what is wrong and goes on with the rest. Used by the content compiler only.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/compile/declarations.h"
#include "engine/compile/resolver.h"
#include "engine/match/lexicon.h"
#include "engine/turn/bundle.h"

namespace waymark {

// Declares every name, so that order in files does not matter.
void declare_names(const Declarations& declared, Resolver& resolver);

// parts_builder.cc
std::optional<PartSpec> build_part(const PartDeclaration& part, Resolver& resolver);
std::vector<PartSpec> build_parts(const std::vector<PartDeclaration>& parts, Resolver& resolver);

// service_builder.cc: facts, with dates judged on `today`.
[[nodiscard]] ServiceTable build_services(const Declarations& declared, Resolver& resolver,
                                          std::chrono::year_month_day today);
// A date written as 2026-11-22.
[[nodiscard]] std::optional<std::chrono::year_month_day> parse_date(const std::string& text);

// slot_builder.cc
// The slots of the type place need them: they come first.
void build_places(const Declarations& declared, Resolver& resolver);
void build_slots(const Declarations& declared, Resolver& resolver);
std::optional<SlotEntry> build_assignment(const AssignmentDeclaration& assignment,
                                          Resolver& resolver);
std::optional<Condition> build_condition(const ConditionDeclaration& condition, Resolver& resolver);

// graph_builder.cc
[[nodiscard]] DialogGraph build_graph(const Declarations& declared, Resolver& resolver);

// graph_checker.cc: rounds without a visitor's turn, nodes that nobody comes to.
void check_graph(const Bundle& bundle, Findings& findings);

// crisis_builder.cc
[[nodiscard]] CrisisPlans build_crisis(const Declarations& declared, Resolver& resolver);

// prompt_builder.cc: the words of one locale; reports what other locales have and this one lacks.
[[nodiscard]] PromptTable build_prompts(const Declarations& declared, const std::string& locale,
                                        Resolver& resolver);
[[nodiscard]] EnginePrompts build_engine_prompts(const PlacedText& where, Resolver& resolver);

// intent_builder.cc
[[nodiscard]] std::optional<IntentClass> intent_class(std::string_view name);
[[nodiscard]] std::vector<Intent> build_intents(const Declarations& declared, Resolver& resolver);

// language_builder.cc: tables of words, before any pattern is read.
void build_tables(const Declarations& declared, const std::string& locale, Language& language,
                  Findings& findings);
void declare_sets(const Declarations& declared, const std::string& locale, Lexicon& lexicon,
                  Findings& findings);
// Reports the problems of the sets, once they were used.
void report_sets(Lexicon& lexicon, Findings& findings);
// Spelling, when all patterns and cues are in the vocabulary. A slip is never corrected to one of
// `never`; `counts` says by WordId how common words are.
void finish_language(const Declarations& declared, const std::string& locale,
                     std::vector<std::string> never, const std::vector<std::uint32_t>& counts,
                     Language& language);

// cue_builder.cc: classes of words, then the cues of a locale, whose words join its vocabulary;
// when the vocabulary is whole, which words are in which group.
void build_classes(const Declarations& declared, const std::string& locale, Language& language);
void build_cues(const Declarations& declared, const std::string& locale, const Bundle& bundle,
                LocaleContent& content, Findings& findings);
void group_words(Language& language);

// pattern_builder.cc: patterns of one locale join its vocabulary. The sets are finished by
// finish_patterns, when it is known how common each word is.
struct MatcherDraft {
  PatternSet patterns;
  std::vector<PatternOrigin> origins;
};
[[nodiscard]] MatcherDraft draft_matcher(const Declarations& declared, const std::string& locale,
                                         Language& language, Lexicon& lexicon, Resolver& resolver);
[[nodiscard]] RiskRules draft_risk(const Declarations& declared, const std::string& locale,
                                   Language& language, Lexicon& lexicon, Findings& findings);
struct EntityDraft {
  PatternSet names;
  std::vector<EntityExtractor::NamedValue> values;
  PatternSet number_phrases;  // those with an entity in them
  std::vector<EntityExtractor::NamedValue> number_values;
  std::vector<std::string> own_words;  // that nothing but names other than nations and numbers has
};
[[nodiscard]] EntityDraft draft_entities(const Declarations& declared, const std::string& locale,
                                         Language& language, Lexicon& lexicon, Findings& findings);

// example_weights.cc: how common words are in the examples of a locale, by WordId.
struct WordCounts {
  std::vector<std::uint32_t> examples;  // that hold the word
  std::vector<std::uint32_t> intents;   // that use the word in an example
};
[[nodiscard]] WordCounts count_words(const Declarations& declared, const std::string& locale,
                                     const Language& language, const NameTable& intents);
// The weight of each word in thousandths: the natural logarithm of how few intents use it.
[[nodiscard]] std::vector<std::int32_t> word_weights(const WordCounts& counts, std::size_t intents);

// hazard_checker.cc: the rules and diagnostics that the hazard log counts on are there.
void check_hazards(const Declarations& declared, Findings& findings);

// example_checker.cc: examples are tests.
void check_examples(const Declarations& declared, const Bundle& bundle, Findings& findings);

}  // namespace waymark
