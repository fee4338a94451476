#include "engine/verify/typed_lines.h"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/compile/declaration_reader.h"
#include "engine/turn/understanding.h"
#include "engine/verify/phrase_sample.h"

namespace waymark {
namespace {

class LineFinder {
 public:
  LineFinder(const Bundle& bundle, const Declarations& declared)
      : bundle_(bundle), content_(*bundle.locales.front()), declared_(declared) {
    for (const SetDeclaration& set : declared.sets) {
      if (set.locale != content_.locale) continue;
      std::vector<std::string>& entries = sets_[set.name.text];
      for (const PlacedText& entry : set.entries) entries.push_back(entry.text);
    }
  }

  std::vector<TypedLine> find() {
    for (const IntentDeclaration& intent : declared_.intents) {
      if (intent.locale == content_.locale) add_intent(intent);
    }
    for (const RiskDeclaration& rule : declared_.risks) {
      if (rule.locale == content_.locale) add_risk(rule);
    }
    add_nothing();
    return std::move(lines_);
  }

 private:
  // Its examples as they stand, or else words that one of its patterns matches.
  void add_intent(const IntentDeclaration& declared) {
    const auto intent = bundle_.find_intent(stable_id(declared.id.text));
    if (!intent) return;
    const auto about =
        bundle_.intents[*intent].command ? TypedLine::About::Command : TypedLine::About::Intent;
    const auto means_it = [&](const std::string& text) {
      const Understanding seen = understand(content_, text, {});
      return !text.empty() && !seen.risk.is_at_risk() && seen.meaning &&
             seen.meaning->intent == *intent && seen.others.empty() && seen.suggestions.empty();
    };
    for (const PlacedText& example : declared.examples) {
      if (means_it(example.text)) return lines_.push_back({about, example.text});
    }
    for (const PlacedText& pattern : declared.patterns) {
      const std::string sample = phrase_sample(pattern.text, sets_);
      if (means_it(sample)) return lines_.push_back({about, sample});
    }
  }

  // One for each category and tier that is acted on.
  void add_risk(const RiskDeclaration& declared) {
    for (const PlacedText& line : declared.fires) {
      const Understanding seen = understand(content_, line.text, {});
      if (!seen.risk.is_at_risk()) continue;
      if (risks_.emplace(seen.risk.category, seen.risk.tier).second) {
        lines_.push_back({TypedLine::About::Risk, line.text});
      }
    }
  }

  void add_nothing() {
    for (const char* text : {"zzz", "qwxz vbnk", "lorem ipsum"}) {
      const Understanding seen = understand(content_, text, {});
      if (seen.meaning || seen.risk.is_at_risk() || !seen.suggestions.empty()) continue;
      return lines_.push_back({TypedLine::About::Nothing, text});
    }
  }

  const Bundle& bundle_;
  const LocaleContent& content_;
  const Declarations& declared_;
  PhraseSets sets_;
  std::set<std::pair<RiskCategory, RiskTier>> risks_;
  std::vector<TypedLine> lines_;
};

}  // namespace

std::vector<TypedLine> typed_lines(const Bundle& bundle, const PackSource& source) {
  Findings ignored;
  const Declarations declared = read_declarations(source, ignored);
  return LineFinder(bundle, declared).find();
}

}  // namespace waymark
