#pragma once
// The typed things that the shipped lexicon finds in a message, as text. One thread.
//
//   CHECK(shipped_entities("im 17 in leeds", {EntityType::Age}) == "age=17<im 17>");

#include <string>
#include <vector>

#include "engine/match/entity_extractor.h"

namespace waymark::fakes {

// Entities as "type=value<bytes>", parted by blanks.
[[nodiscard]] std::string entities_as_text(const std::vector<Entity>& entities,
                                           const std::string& message);

// What is found of one of `types`.
[[nodiscard]] std::string shipped_entities(const std::string& message,
                                           const std::vector<EntityType>& types);

}  // namespace waymark::fakes
