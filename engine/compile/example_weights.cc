#include <algorithm>
#include <cmath>
#include <set>

#include "engine/compile/builders.h"
#include "engine/text/analyser.h"

namespace waymark {
namespace {

constexpr double kLeastWeight = 60;

void count_example(const Utterance& utterance, std::set<WordId>& seen_by_intent,
                   WordCounts& counts) {
  std::set<WordId> seen;
  for (const Token& token : utterance.tokens) {
    if (token.word != kUnknownWord) seen.insert(token.word);
  }
  for (const WordId word : seen) {
    ++counts.examples[word];
    if (seen_by_intent.insert(word).second) ++counts.intents[word];
  }
}

}  // namespace

WordCounts count_words(const Declarations& declared, const std::string& locale,
                       const Language& language, const NameTable& intents) {
  WordCounts counts;
  counts.examples.assign(language.vocabulary.size() + 1, 0);
  counts.intents.assign(language.vocabulary.size() + 1, 0);
  std::vector<std::set<WordId>> seen(intents.size());
  for (const IntentDeclaration& intent : declared.intents) {
    const auto index = intents.lookup(intent.id.text);
    if (intent.locale != locale || !index) continue;
    for (const PlacedText& example : intent.examples) {
      count_example(analyse(language, example.text), seen[*index], counts);
    }
  }
  return counts;
}

std::vector<std::int32_t> word_weights(const WordCounts& counts, std::size_t intents) {
  std::vector<std::int32_t> weights;
  weights.reserve(counts.intents.size());
  for (const std::uint32_t count : counts.intents) {
    const double users = count == 0 ? 1.0 : static_cast<double>(count);
    const double weight = 1000 * std::log((static_cast<double>(intents) + 1) / (users + 0.5));
    weights.push_back(static_cast<std::int32_t>(std::max(weight, kLeastWeight)));
  }
  return weights;
}

}  // namespace waymark
