#include "engine/turn/bundle.h"

#include <algorithm>

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

std::optional<IntentIndex> Bundle::door(std::string_view name) const {
  const auto found =
      std::ranges::find(doors, name, [](const Door& each) { return std::string_view(each.name); });
  if (found == doors.end()) return std::nullopt;
  return found->intent;
}

bool Bundle::is_door(IntentIndex intent) const {
  return std::ranges::find(doors, intent, &Door::intent) != doors.end();
}

BundleSummary summarise(const Bundle& bundle) { return bundle.summary; }

}  // namespace waymark
