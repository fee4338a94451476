#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "engine/compile/builders.h"

namespace waymark {
namespace {

// Adds patterns to a set, reporting those that are wrong.
class PatternAdder {
 public:
  PatternAdder(Language& language, Lexicon& lexicon, Findings& findings)
      : language_(language), sets_(lexicon.lookup()), findings_(findings) {}

  // Whether the phrase was added.
  bool add(const PlacedText& phrase, PatternSet& set) {
    const auto pattern = parse_pattern(phrase.text, PhraseKind::Pattern, language_, sets_);
    if (!pattern) {
      report(phrase, pattern.error());
      return false;
    }
    const auto index = set.add(*pattern);
    if (!index) {
      report(phrase, {"WM310", index.error(), 0});
      return false;
    }
    return true;
  }

 private:
  void report(const PlacedText& phrase, const PatternError& error) {
    SourcePlace place = phrase.place;
    place.column += static_cast<std::uint32_t>(error.offset);
    findings_.add(error.code, std::move(place),
                  "In the pattern \"" + phrase.text + "\": " + error.message + ".",
                  "See the phrase language in dialogs/README.md.");
  }

  Language& language_;
  SetLookup sets_;
  Findings& findings_;
};

// The lexicon sets that tell whose, when and whether.
constexpr std::array<std::pair<std::string_view, RiskRole>, 5> kScopeSets = {
    {{"scope.negation", RiskRole::Negation},
     {"scope.past", RiskRole::Past},
     {"scope.other_person", RiskRole::OtherPerson},
     {"scope.quote", RiskRole::Quote},
     {"scope.doubt", RiskRole::Doubt}}};

// Without them a denial, or words about somebody else, would be taken for the visitor's own.
void report_missing_scopes(const Declarations& declared, const std::string& locale,
                           Findings& findings) {
  for (const auto& [name, role] : kScopeSets) {
    const bool is_there = std::ranges::any_of(declared.sets, [&](const SetDeclaration& set) {
      return set.locale == locale && set.name.text == name;
    });
    if (is_there) continue;
    const auto rule = std::ranges::find(declared.risks, locale, &RiskDeclaration::locale);
    if (rule == declared.risks.end()) return;
    findings.add("WM313", rule->id.place,
                 "Risk rules need the set \"" + std::string(name) + "\" in " + locale + ".",
                 "Add it to a lexicon of that locale.");
  }
}

RiskRule build_rule(const RiskDeclaration& declared, Findings& findings) {
  RiskRule rule;
  rule.id = declared.id.text;
  const auto category = risk_category(declared.category.text);
  const auto tier = risk_tier(declared.tier.text);
  if (!category) {
    findings.add("WM113", declared.category.place,
                 "There is no category \"" + declared.category.text + "\".",
                 "Use a safety.* id of the intent catalogue.");
  }
  if (!tier || *tier == RiskTier::None) {
    findings.add("WM113", declared.tier.place, "There is no tier \"" + declared.tier.text + "\".",
                 "Use emergency, explicit, indirect or context.");
  }
  rule.category = category.value_or(RiskCategory::Suicide);
  rule.tier = tier.value_or(RiskTier::Explicit);
  rule.fixed_scope = declared.scope.text == "fixed";
  if (!declared.scope.empty() && !rule.fixed_scope) {
    findings.add("WM113", declared.scope.place, "\"scope\" can only be \"fixed\".",
                 "Leave it out to let the words around a match count.");
  }
  return rule;
}

}  // namespace

MatcherDraft draft_matcher(const Declarations& declared, const std::string& locale,
                           Language& language, Lexicon& lexicon, Resolver& resolver) {
  MatcherDraft draft;
  PatternAdder adder(language, lexicon, resolver.findings);
  for (const IntentDeclaration& intent : declared.intents) {
    const auto index = resolver.intents.lookup(intent.id.text);
    if (intent.locale != locale || !index) continue;
    const auto add_all = [&](const std::vector<PlacedText>& phrases, bool is_unless) {
      for (const PlacedText& phrase : phrases) {
        if (!adder.add(phrase, draft.patterns)) continue;
        draft.origins.push_back({*index, is_unless, phrase.text, phrase.place});
      }
    };
    add_all(intent.patterns, false);
    add_all(intent.unless, true);
  }
  return draft;
}

RiskRules draft_risk(const Declarations& declared, const std::string& locale, Language& language,
                     Lexicon& lexicon, Findings& findings) {
  RiskRules out;
  PatternAdder adder(language, lexicon, findings);
  report_missing_scopes(declared, locale, findings);
  for (const RiskDeclaration& declaration : declared.risks) {
    if (declaration.locale != locale) continue;
    const auto rule = static_cast<std::uint32_t>(out.rules.size());
    out.rules.push_back(build_rule(declaration, findings));
    const auto add_all = [&](const std::vector<PlacedText>& phrases, RiskRole role) {
      for (const PlacedText& phrase : phrases) {
        if (!adder.add(phrase, out.patterns)) continue;
        out.origins.push_back({role, rule, phrase.text, phrase.place});
      }
    };
    add_all(declaration.patterns, RiskRole::Rule);
    add_all(declaration.unless, RiskRole::Unless);
  }
  for (const SetDeclaration& set : declared.sets) {
    if (set.locale != locale) continue;
    for (const auto& [name, role] : kScopeSets) {
      if (set.name.text != name) continue;
      const PlacedText phrase{'{' + set.name.text + '}', set.name.place};
      if (adder.add(phrase, out.patterns)) {
        out.origins.push_back({role, 0, phrase.text, phrase.place});
      }
    }
  }
  return out;
}

EntityDraft draft_entities(const Declarations& declared, const std::string& locale,
                           Language& language, Lexicon& lexicon, Findings& findings) {
  EntityDraft draft;
  PatternAdder adder(language, lexicon, findings);
  for (const EntityDeclaration& entity : declared.entities) {
    if (entity.locale != locale) continue;
    const auto type = entity_type(entity.type.text);
    if (!type) {
      findings.add("WM307", entity.type.place,
                   "There is no type of entity \"" + entity.type.text + "\".",
                   "Use one that dialogs/README.md lists.");
      continue;
    }
    const std::size_t words_before = language.vocabulary.size();
    for (const PlacedText& entry : entity.entries) {
      const bool has_entity = entry.text.find('<') != std::string::npos;
      PatternSet& patterns = has_entity ? draft.number_phrases : draft.names;
      auto& values = has_entity ? draft.number_values : draft.values;
      if (adder.add(entry, patterns)) values.push_back({*type, entity.value.text});
    }
    // Nations and numbers answer questions, so slips in them count; but no slip becomes a town.
    if (*type == EntityType::Nation || *type == EntityType::Number) continue;
    for (std::size_t id = words_before + 1; id <= language.vocabulary.size(); ++id) {
      draft.own_words.push_back(language.vocabulary.word(static_cast<WordId>(id)));
    }
  }
  return draft;
}

}  // namespace waymark
