#include "engine/turn/understanding.h"

#include "engine/api/limits.h"
#include "engine/text/analyser.h"

namespace waymark {

const IntentMatch* Understanding::best() const {
  if (match.matches.empty() || match.matches.front().score < kActOnScore) return nullptr;
  return &match.matches.front();
}

Understanding understand(const LocaleContent& content, std::string_view bytes,
                         const RiskMemory& memory) {
  Understanding result;
  result.utterance = analyse(content.language, bytes);
  result.risk = screen(content.risk, result.utterance, memory);
  result.entities = content.entities.extract(result.utterance, bytes);
  result.match = content.matcher.match(result.utterance, entity_spans(result.entities));
  if (result.best() == nullptr) {
    result.suggestions = content.suggester.suggest(result.utterance, kMaxSuggestions);
  }
  return result;
}

}  // namespace waymark
