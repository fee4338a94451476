#pragma once
// The closed set of typed things that patterns may name as `<type>`. Values; any thread.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace waymark {

enum class EntityType : std::uint8_t {
  Number,
  Nation,
  Postcode,
  Phone,
  Email,
  Place,
  Age,
  When,
  Money,
  Relation,
  Answer
};

inline constexpr std::array<std::string_view, 11> kEntityTypeNames = {
    "number", "nation", "postcode", "phone",    "email", "place",
    "age",    "when",   "money",    "relation", "answer"};

[[nodiscard]] constexpr std::string_view name_of(EntityType type) {
  return kEntityTypeNames[static_cast<std::size_t>(type)];
}

[[nodiscard]] constexpr std::optional<EntityType> entity_type(std::string_view name) {
  for (std::size_t i = 0; i < kEntityTypeNames.size(); ++i) {
    if (kEntityTypeNames[i] == name) return static_cast<EntityType>(i);
  }
  return std::nullopt;
}

}  // namespace waymark
