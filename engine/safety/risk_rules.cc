#include "engine/safety/risk_rules.h"

#include <array>

namespace waymark {
namespace {

constexpr std::array<std::string_view, kRiskCategories> kCategoryNames = {
    "safety.emergency", "safety.child",     "safety.suicide",   "safety.harm_others",
    "safety.abuse",     "safety.self_harm", "safety.psychosis", "safety.other_person"};

constexpr std::array<std::string_view, 5> kTierNames = {"none", "context", "indirect", "explicit",
                                                        "emergency"};

template <typename Enum, std::size_t N>
std::optional<Enum> find_name(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view name_of(RiskCategory category) {
  return kCategoryNames[static_cast<std::size_t>(category)];
}

std::optional<RiskCategory> risk_category(std::string_view name) {
  return find_name<RiskCategory>(kCategoryNames, name);
}

std::optional<RiskCategory> category_with(StableId id) {
  for (std::size_t i = 0; i < kRiskCategories; ++i) {
    if (stable_id(kCategoryNames[i]) == id) return static_cast<RiskCategory>(i);
  }
  return std::nullopt;
}

std::string_view name_of(RiskTier tier) { return kTierNames[static_cast<std::size_t>(tier)]; }

std::optional<RiskTier> risk_tier(std::string_view name) {
  return find_name<RiskTier>(kTierNames, name);
}

}  // namespace waymark
