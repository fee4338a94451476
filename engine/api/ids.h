#pragma once
// Names of things in content, each of its own type so that they cannot be mixed up.
// Values; any thread. Example: `IntentId id{"ipt.what_is"}; use(id.value);`

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace waymark {

// The written name of a thing in a pack, such as "ipt.what_is".
template <typename Tag>
struct Id {
  std::string value;

  auto operator<=>(const Id&) const = default;
  [[nodiscard]] bool empty() const { return value.empty(); }
};

using IntentId = Id<struct IntentTag>;
using FlowId = Id<struct FlowTag>;
using NodeId = Id<struct NodeTag>;
using PromptId = Id<struct PromptTag>;
using SlotId = Id<struct SlotTag>;
using ServiceId = Id<struct ServiceTag>;
using ChoiceId = Id<struct ChoiceTag>;
using RuleId = Id<struct RuleTag>;

// The same name as a number that stays the same over versions and machines: what a session
// holds instead of an index or a string. 0 is never a name. FNV-1a, 32 bits; the content compiler
// refuses a pack in which two names share a number.
using StableId = std::uint32_t;

[[nodiscard]] constexpr StableId stable_id(std::string_view name) {
  std::uint32_t hash = 2166136261U;
  for (const char c : name) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 16777619U;
  }
  return hash == 0 ? 1 : hash;
}

template <typename Tag>
[[nodiscard]] StableId stable_id(const Id<Tag>& id) {
  return stable_id(std::string_view(id.value));
}

}  // namespace waymark

template <typename Tag>
struct std::hash<waymark::Id<Tag>> {
  std::size_t operator()(const waymark::Id<Tag>& id) const noexcept {
    return std::hash<std::string>{}(id.value);
  }
};
