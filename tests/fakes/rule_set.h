#pragma once
// Rules of a few intents as a matcher, without a pack around it.
//
//   RuleSet rules({{"a", "cost of tea"}, {"b", "cost of [my] tea"}, {"b", "unless: cost me"}});
//   const PatternOutlines outlines(rules.matcher(), rules.intents());

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/match/matcher.h"
#include "tests/fakes/phrase_set.h"

namespace waymark::fakes {

class RuleSet {
 public:
  // An intent and a phrase each; "unless: " begins one that cancels. Intents count from 0 in the
  // order in which they come; those that `classes` does not name ask a question.
  explicit RuleSet(const std::vector<std::pair<std::string, std::string>>& rules,
                   const std::map<std::string, IntentClass>& classes = {},
                   const SynonymSets& sets = {})
      : phrases_(sets) {
    std::vector<PatternOrigin> origins;
    std::vector<IntentClass> kinds;
    for (const auto& [intent, written] : rules) {
      const auto known = std::ranges::find(intents_, intent);
      const auto owner = static_cast<IntentIndex>(known - intents_.begin());
      if (known == intents_.end()) {
        intents_.push_back(intent);
        const auto kind = classes.find(intent);
        kinds.push_back(kind == classes.end() ? IntentClass::Question : kind->second);
      }
      const bool is_unless = written.starts_with(kUnless);
      const std::string phrase = is_unless ? written.substr(kUnless.size()) : written;
      phrases_.add(phrase);
      origins.push_back({owner, is_unless, phrase, {}});
    }
    std::vector<std::int32_t> weights(phrases_.language().vocabulary.size() + 1, 1000);
    PatternSet patterns = phrases_.take();
    patterns.finish({});
    matcher_ =
        Matcher(std::move(patterns), std::move(origins), std::move(kinds), std::move(weights));
  }

  [[nodiscard]] const Matcher& matcher() const { return matcher_; }
  [[nodiscard]] std::size_t intents() const { return intents_.size(); }
  [[nodiscard]] Language& language() { return phrases_.language(); }

 private:
  static constexpr std::string_view kUnless = "unless: ";

  PhraseSet phrases_;
  std::vector<std::string> intents_;
  Matcher matcher_;
};

}  // namespace waymark::fakes
