#pragma once
// Names to numbers. Every builder asks here, so that a name that does not exist is always reported
// in the same way, with the nearest one that does. Used by the content compiler only.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/compile/source_checker.h"
#include "engine/dialog/node.h"
#include "engine/dialog/place_table.h"
#include "engine/dialog/slot.h"

namespace waymark {

// The names of one kind of thing, numbered in the order in which they were declared.
class NameTable {
 public:
  // `what` is the word for the kind in messages ("prompt"); `code` reports a missing one.
  NameTable(std::string what, std::string code) : what_(std::move(what)), code_(std::move(code)) {}

  // Declares a name; reports one that stands already, and names whose stable ids collide.
  bool declare(const PlacedText& name, Findings& findings);

  // The number of a name; reports a missing one and gives nothing.
  std::optional<std::uint32_t> find(const PlacedText& name, Findings& findings);

  // Without a report.
  [[nodiscard]] std::optional<std::uint32_t> lookup(std::string_view name) const;

  [[nodiscard]] std::size_t size() const { return names_.size(); }
  [[nodiscard]] const std::string& name(std::uint32_t index) const { return names_[index]; }
  [[nodiscard]] bool is_used(std::uint32_t index) const { return used_[index]; }

 private:
  std::string what_;
  std::string code_;
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
  std::map<StableId, std::string> stable_;
  std::vector<std::string> names_;
  std::vector<bool> used_;
};

struct Resolver {
  explicit Resolver(Findings& all_findings) : findings(all_findings) {}

  Findings& findings;
  NameTable prompts{"prompt", "WM201"};
  NameTable services{"service", "WM204"};
  NameTable flows{"flow", "WM202"};
  NameTable intents{"intent", "WM205"};
  NameTable slot_names{"slot", "WM206"};
  std::vector<SlotDefinition> slots;  // by number of slot_names
  PlaceTable places;
  std::vector<bool> confirmed;  // by number of services: the fact was verified

  std::optional<PromptIndex> prompt(const PlacedText& name);
  std::optional<ServiceIndex> service(const PlacedText& name);
  std::optional<FlowIndex> flow(const PlacedText& name);
};

// The nearest of `names` to a mistyped one, or an empty text.
[[nodiscard]] std::string nearest_name(std::string_view name,
                                       const std::vector<std::string>& names);

}  // namespace waymark
