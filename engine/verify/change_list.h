#pragma once
// Puts together what changed between two versions of a pack. Each tell_* function tells of its own
// part of the content. One thread.

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/api/difference.h"
#include "engine/compile/declarations.h"
#include "engine/turn/bundle.h"

namespace waymark {

class ChangeList {
 public:
  // What the changes that follow are about.
  void turn_to(ChangeArea area, std::string about) {
    area_ = area;
    about_ = std::move(about);
  }

  void add(std::string sentence, std::string before = {}, std::string after = {}) {
    changes_.push_back({area_, about_, std::move(sentence), std::move(before), std::move(after)});
  }

  // A value of the thing: "The phone number of Samaritans" has changed, is new or is gone.
  void compare(const std::string& subject, const std::string& before, const std::string& after);

  // Members of a list without an order that matters. The sentences end with the member in quotes.
  void compare_members(const std::vector<std::string>& before,
                       const std::vector<std::string>& after, const std::string& gone,
                       const std::string& added);

  // By area, then by id; what one thing has to tell keeps its order.
  [[nodiscard]] std::vector<Change> take();

 private:
  ChangeArea area_ = ChangeArea::Pack;
  std::string about_;
  std::vector<Change> changes_;
};

[[nodiscard]] std::string in_quotes(std::string_view text);

// "one, two and three"
[[nodiscard]] std::string listed(const std::vector<std::string>& items);

[[nodiscard]] std::vector<std::string> texts_of(const std::vector<PlacedText>& texts);

// The declarations by a name that `name_of` gives; the last one of a name stands.
template <typename Item, typename NameOf>
[[nodiscard]] std::map<std::string, const Item*> by_name(const std::vector<Item>& items,
                                                         NameOf name_of) {
  std::map<std::string, const Item*> out;
  for (const Item& item : items) out[name_of(item)] = &item;
  return out;
}

// Calls `use(name, before, after)` for every name, in order; a side that lacks it is null.
template <typename Item, typename Use>
void for_each_pair(const std::map<std::string, const Item*>& before,
                   const std::map<std::string, const Item*>& after, const Use& use) {
  for (const auto& [name, item] : before) {
    const auto found = after.find(name);
    use(name, item, found == after.end() ? nullptr : found->second);
  }
  for (const auto& [name, item] : after) {
    if (!before.contains(name)) use(name, static_cast<const Item*>(nullptr), item);
  }
}

void tell_wordings(const Declarations& before, const Declarations& after, ChangeList& out);
void tell_facts(const Declarations& before, const Declarations& after, ChangeList& out);
void tell_risk_rules(const Declarations& before, const Declarations& after, ChangeList& out);
void tell_crisis_plan(const Bundle& before, const Bundle& after, ChangeList& out);
void tell_patterns(const Declarations& before, const Declarations& after, ChangeList& out);
void tell_routes(const Bundle& before, const Bundle& after, ChangeList& out);
void tell_intents(const Declarations& before, const Declarations& after, ChangeList& out);
void tell_pack(const Declarations& before, const Declarations& after, ChangeList& out);

}  // namespace waymark
