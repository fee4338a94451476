#include "engine/compile/resolver.h"

#include <algorithm>

namespace waymark {
namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

std::string nearest_name(std::string_view name, const std::vector<std::string>& names) {
  std::string best;
  std::size_t best_distance = name.size() / 3 + 2;
  for (const std::string& candidate : names) {
    const std::size_t distance = edit_distance(name, candidate);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

bool NameTable::declare(const PlacedText& name, Findings& findings) {
  if (name.empty()) return false;
  if (!is_id(name.text)) {
    findings.add("WM114", name.place, "\"" + name.text + "\" is no id.",
                 "Use lower case, digits, '_' and dots, as in \"topic.name\".");
  }
  if (!numbers_.try_emplace(name.text, static_cast<std::uint32_t>(names_.size())).second) {
    findings.add("WM207", name.place, "There is a " + what_ + " \"" + name.text + "\" already.",
                 "Give this one another id, or delete one of them.");
    return false;
  }
  const auto [other, is_new] = stable_.try_emplace(stable_id(name.text), name.text);
  if (!is_new) {
    findings.add("WM208", name.place,
                 "\"" + name.text + "\" has the same number as \"" + other->second + "\".",
                 "Rename one of the two.");
  }
  names_.push_back(name.text);
  used_.push_back(false);
  return true;
}

std::optional<std::uint32_t> NameTable::lookup(std::string_view name) const {
  const auto found = numbers_.find(name);
  if (found == numbers_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::uint32_t> NameTable::find(const PlacedText& name, Findings& findings) {
  if (name.empty()) return std::nullopt;
  if (const auto index = lookup(name.text)) {
    used_[*index] = true;
    return index;
  }
  const std::string near = nearest_name(name.text, names_);
  findings.add(code_, name.place, "There is no " + what_ + " \"" + name.text + "\".",
               near.empty() ? "Declare it, or correct the id." : "Did you mean \"" + near + "\"?");
  return std::nullopt;
}

std::optional<PromptIndex> Resolver::prompt(const PlacedText& name) {
  const auto index = prompts.find(name, findings);
  if (!index) return std::nullopt;
  return static_cast<PromptIndex>(*index);
}

std::optional<ServiceIndex> Resolver::service(const PlacedText& name) {
  const auto index = services.find(name, findings);
  if (!index) return std::nullopt;
  if (*index < confirmed.size() && !confirmed[*index]) {
    findings.add("WM605", name.place, "Nobody has confirmed the facts of \"" + name.text + "\".",
                 "Verify them and set \"last_verified\", or leave the service out here.");
  }
  return static_cast<ServiceIndex>(*index);
}

std::optional<FlowIndex> Resolver::flow(const PlacedText& name) {
  const auto index = flows.find(name, findings);
  if (!index) return std::nullopt;
  return static_cast<FlowIndex>(*index);
}

}  // namespace waymark
