#include <algorithm>
#include <charconv>
#include <functional>
#include <limits>
#include <map>
#include <utility>

#include "engine/api/cues.h"
#include "engine/compile/builders.h"
#include "engine/safety/risk_cues.h"
#include "engine/text/analyser.h"
#include "engine/text/cue_atoms.h"

namespace waymark {
namespace {

using Names = std::map<std::string, std::uint32_t, std::less<>>;

Names numbered(const std::vector<std::string>& names) {
  Names out;
  for (std::uint32_t i = 0; i < names.size(); ++i) out.emplace(names[i], i);
  return out;
}

// Reads "help.cost 212 none -30" into weights by outcome.
class WeightReader {
 public:
  WeightReader(const std::vector<std::string>& outcomes, Findings& findings)
      : outcomes_(numbered(outcomes)), findings_(findings) {}

  std::vector<CueWeight> read(const PlacedText& weights) const {
    std::vector<CueWeight> out;
    std::string_view rest = weights.text;
    while (!rest.empty()) {
      const std::string_view name = take_word(rest);
      const auto outcome = outcomes_.find(name);
      const auto value = number(take_word(rest));
      if (outcome == outcomes_.end() || !value) {
        report(weights, name, outcome == outcomes_.end());
        return {};
      }
      out.push_back({static_cast<OutcomeIndex>(outcome->second), *value});
    }
    return out;
  }

 private:
  static std::string_view take_word(std::string_view& rest) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return word;
  }

  static std::optional<std::int16_t> number(std::string_view text) {
    int value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || stop != text.data() + text.size()) return std::nullopt;
    if (value > std::numeric_limits<std::int16_t>::max() ||
        value < std::numeric_limits<std::int16_t>::min()) {
      return std::nullopt;
    }
    return static_cast<std::int16_t>(value);
  }

  void report(const PlacedText& weights, std::string_view name, bool is_unknown) const {
    const std::string quoted = '"' + std::string(name) + '"';
    findings_.add("WM311", weights.place,
                  is_unknown ? "Nothing that cues can speak for is called " + quoted + "."
                             : "The weight of " + quoted + " is no whole number up to 32767.",
                  "Write ids and weights in turn, as in \"help.cost 212 none -30\".");
  }

  Names outcomes_;
  Findings& findings_;
};

struct CueScaleNames {
  std::string about;
  std::vector<std::string> outcomes;
  std::vector<std::string> marks;
};

CueTable build_table(const Declarations& declared, const std::string& locale,
                     const CueScaleNames& names, Language& language, Findings& findings) {
  CueTable table(names.outcomes.size());
  const WeightReader weights(names.outcomes, findings);
  const Names marks = numbered(names.marks);
  const auto mark = [&marks](std::string_view name) -> std::optional<std::uint32_t> {
    const auto found = marks.find(name);
    return found == marks.end() ? std::nullopt : std::optional(found->second);
  };
  for (const CueDeclaration& bias : declared.biases) {
    if (bias.locale != locale || bias.about != names.about) continue;
    for (const CueWeight& weight : weights.read(bias.weights)) {
      table.set_bias(weight.outcome, weight.weight);
    }
  }
  for (const CueDeclaration& declaration : declared.cues) {
    if (declaration.locale != locale || declaration.about != names.about) continue;
    const auto cue = parse_cue(declaration.cue.text, language.vocabulary, language.groups, mark);
    if (!cue) {
      findings.add("WM312", declaration.cue.place,
                   "The cue \"" + declaration.cue.text + "\" cannot be used: " + cue.error() + ".",
                   "See cues/*.json in dialogs/README.md.");
    } else if (!table.add(*cue, declaration.cue.text, declaration.cue.place,
                          weights.read(declaration.weights))) {
      findings.add("WM207", declaration.cue.place,
                   "The cue \"" + declaration.cue.text + "\" stands twice.", "Delete one of them.");
    }
  }
  return table;
}

}  // namespace

void build_classes(const Declarations& declared, const std::string& locale, Language& language) {
  const Stemmer stemmer(locale);
  for (const ClassDeclaration& declaration : declared.classes) {
    if (declaration.locale != locale) continue;
    for (const PlacedText& entry : declaration.words) {
      for (const std::string& word : content_words(language, entry.text)) {
        std::vector<std::string>& classes = language.classes[stemmer.stem(word)];
        const std::string name = '{' + declaration.name.text + '}';
        if (std::ranges::find(classes, name) == classes.end()) classes.push_back(name);
      }
    }
  }
}

void build_cues(const Declarations& declared, const std::string& locale, const Bundle& bundle,
                LocaleContent& content, Findings& findings) {
  std::vector<std::string> ids;
  for (const Intent& intent : bundle.intents) ids.push_back(intent.id.value);
  const CueScaleNames intents{"intents", cue_outcomes(bundle, CueScale::Intents),
                              intent_mark_names(ids)};
  const CueScaleNames risk{"risk", cue_outcomes(bundle, CueScale::Risk),
                           risk_mark_names(content.risk.rules)};
  content.ranker = IntentRanker(build_table(declared, locale, intents, content.language, findings));
  content.risk.cues = build_table(declared, locale, risk, content.language, findings);
}

void group_words(Language& language) {
  const Stemmer stemmer(language.locale);
  for (WordId word = 1; word <= language.vocabulary.size(); ++word) {
    language.groups.put(word, groups_in_use(language, stemmer, language.vocabulary.word(word)));
  }
}

}  // namespace waymark
