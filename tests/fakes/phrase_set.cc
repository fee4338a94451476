#include "tests/fakes/phrase_set.h"

#include <stdexcept>

#include "engine/text/analyser.h"
#include "tests/fakes/small_language.h"

namespace waymark::fakes {

PhraseSet::PhraseSet(const SynonymSets& sets) : lexicon_(language_) {
  for (const auto& [name, phrases] : sets) {
    std::vector<Lexicon::Entry> entries;
    for (const std::string& phrase : phrases) entries.push_back({phrase, {}});
    lexicon_.declare(name, std::move(entries));
  }
}

PatternIndex PhraseSet::add(std::string_view phrase) {
  const auto parsed = parse_pattern(phrase, PhraseKind::Pattern, language_, lexicon_.lookup());
  if (!parsed) throw std::logic_error(std::string(phrase) + ": " + parsed.error().message);
  const auto index = patterns_.add(*parsed);
  if (!index) throw std::logic_error(std::string(phrase) + ": " + index.error());
  expressions_.push_back(*parsed);
  return *index;
}

Utterance PhraseSet::read(std::string_view message) const { return analyse(language_, message); }

std::string PhraseSet::found(std::string_view message,
                             const std::vector<EntitySpan>& entities) const {
  const Utterance utterance = read(message);
  std::string out;
  for (const PatternHit& hit : patterns_.match(utterance.tokens, entities)) {
    if (!out.empty()) out += " | ";
    out += words_of(
        {utterance.tokens.begin() + hit.span.first, utterance.tokens.begin() + hit.span.last});
  }
  return out;
}

std::string found_by(std::string_view phrase, std::string_view message, const SynonymSets& sets) {
  PhraseSet phrases(sets);
  phrases.add(phrase);
  phrases.finish();
  return phrases.found(message);
}

}  // namespace waymark::fakes
