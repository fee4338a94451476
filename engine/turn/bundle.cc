#include "engine/turn/bundle.h"

namespace waymark {

const LocaleContent& Bundle::locale(StableId id) const {
  for (const auto& content : locales) {
    if (stable_id(content->locale) == id) return *content;
  }
  return *locales.front();
}

std::optional<IntentIndex> Bundle::find_intent(StableId id) const {
  for (IntentIndex i = 0; i < intents.size(); ++i) {
    if (stable_id(intents[i].id) == id) return i;
  }
  return std::nullopt;
}

BundleSummary summarise(const Bundle& bundle) { return bundle.summary; }

}  // namespace waymark
